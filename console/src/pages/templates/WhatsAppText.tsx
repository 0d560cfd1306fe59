import { Fragment, type ReactNode } from 'react';

const MARKS = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u;

/** WhatsApp's *bold*, _italic_ and ~struck~ as elements; never HTML. */
export function WhatsAppText({ text }: { text: string }): ReactNode {
  const match = MARKS.exec(text);
  if (!match) return text;
  const inner = <WhatsAppText text={match[2] ?? ''} />;
  const Mark = match[1] === '*' ? 'strong' : match[1] === '_' ? 'em' : 's';
  return (
    <Fragment>
      {text.slice(0, match.index)}
      <Mark>{inner}</Mark>
      <WhatsAppText text={text.slice(match.index + match[0].length)} />
    </Fragment>
  );
}
