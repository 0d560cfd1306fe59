import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import { problemText } from '@/api/problems';
import type { AuditVerification } from '@/api/tenancy';
import { useFormats } from '@/lib/format';
import { Banner, Button, CopyField, Dialog, Form, FormProblem, TextField } from '@/ui';
import css from './Audit.module.css';

const HASH = /^[0-9a-f]{64}$/;

/** What was kept of an entry, as it is copied here: its number and its hash. */
function keptOf(text: string): { sequence: number; hash: string } | undefined {
  const [number = '', hash = ''] = text.trim().split(/[\s:,]+/);
  const sequence = Number(number);
  return Number.isSafeInteger(sequence) && sequence > 0 && HASH.test(hash) ? { sequence, hash } : undefined;
}

/** Looks whether anybody has tampered with the audit, and says what the answer means. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['audit', 'common']);
  const { number } = useFormats();
  const [kept, setKept] = useState('');
  const [looked, setLooked] = useState(0);
  const comparing = keptOf(kept);
  const isWrong = kept.trim() !== '' && comparing === undefined;
  const verify = useMutation({
    mutationFn: async () => {
      let all: AuditVerification | undefined;
      setLooked(0);
      do {
        const part: AuditVerification = await answer<AuditVerification>(
          api.POST('/api/v1/audit-entries/verify', {
            body: {
              ...(all?.next !== undefined && { from: all.next }),
              ...(comparing && { kept: comparing }),
            },
          }),
        );
        const problems = [...(all?.problems ?? []), ...part.problems];
        const entries = (all?.entries ?? 0) + part.entries;
        const from = all?.from ?? part.from;
        all = {
          ...part,
          holds: (all?.holds ?? true) && part.holds,
          entries,
          problems,
          ...(from !== undefined && { from }),
        };
        setLooked(entries);
      } while (!all.complete && all.next !== undefined);
      return all;
    },
  });
  const found = verify.data;
  return (
    <Dialog
      title={t('verify.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.close')}</Button>
          <Button
            variant="primary"
            isPending={verify.isPending}
            isDisabled={isWrong}
            onPress={() => verify.mutate()}
          >
            {t('verify.run')}
          </Button>
        </>
      }
    >
      <p>{t('verify.text')}</p>
      <Form onSubmit={() => !isWrong && verify.mutate()}>
        <TextField
          label={t('verify.kept')}
          description={t('verify.keptHint')}
          value={kept}
          onChange={setKept}
          error={isWrong ? t('verify.keptWrong') : undefined}
          autoComplete="off"
        />
      </Form>
      {verify.isPending && looked > 0 && <p role="status">{t('verify.looked', { count: looked })}</p>}
      <FormProblem text={verify.error ? problemText(verify.error) : undefined} />
      {found && (
        <div className={css.found}>
          {found.holds ? (
            <Banner tone="success" icon={<ShieldCheck size={20} aria-hidden="true" />}>
              {t('verify.holds', { entries: number(found.entries) })}
            </Banner>
          ) : (
            <Banner tone="danger" icon={<ShieldAlert size={20} aria-hidden="true" />}>
              {t('verify.broken')}
              <ul>
                {found.problems.map((problem, at) => (
                  <li key={at}>
                    {t('verify.at', {
                      what: t(`verify.kinds.${problem.kind}` as 'verify.kinds.removed'),
                      from: number(problem.sequence),
                      to: number(problem.lastSequence),
                    })}
                  </li>
                ))}
              </ul>
            </Banner>
          )}
        </div>
      )}
      {found?.head && (
        <>
          <p>{t('verify.keepThis')}</p>
          <CopyField label={t('verify.head')} value={`${found.head.sequence}:${found.head.hash}`} />
        </>
      )}
    </Dialog>
  );
}
