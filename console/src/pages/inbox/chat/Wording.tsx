import { Fragment, memo, type ReactNode } from 'react';
import css from './Wording.module.css';
import { blocksOf, type Block, type Piece } from './wording';

/** What somebody wrote, with WhatsApp's marks. */
export const Wording = memo(function Wording({ text }: { text: string }) {
  return (
    <div className={css.wording} dir="auto">
      {blocksOf(text).map((block, at) => (
        <Fragment key={at}>{blockNode(block)}</Fragment>
      ))}
    </div>
  );
});

function blockNode(block: Block): ReactNode {
  switch (block.type) {
    case 'pre':
      return <pre className={css.pre}>{block.text}</pre>;
    case 'quote':
      return <blockquote className={css.quote}>{nodes(block.children)}</blockquote>;
    case 'bullet':
      return <p className={css.item}>• {nodes(block.children)}</p>;
    case 'numbered':
      return (
        <p className={css.item}>
          {block.number}. {nodes(block.children)}
        </p>
      );
    default:
      return <p className={css.line}>{block.children.length === 0 ? <br /> : nodes(block.children)}</p>;
  }
}

function nodes(pieces: readonly Piece[]): ReactNode {
  return pieces.map((piece, at) => {
    switch (piece.type) {
      case 'text':
        return <Fragment key={at}>{piece.text}</Fragment>;
      case 'bold':
        return <strong key={at}>{nodes(piece.children)}</strong>;
      case 'italic':
        return <em key={at}>{nodes(piece.children)}</em>;
      case 'strike':
        return <s key={at}>{nodes(piece.children)}</s>;
      case 'code':
        return <code key={at}>{piece.text}</code>;
      case 'link':
        return <Outside key={at} href={piece.href} text={piece.text} />;
    }
  });
}

/** An address that a stranger wrote: opened elsewhere, told nothing. */
export function Outside({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
