import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, fieldErrors, problemText } from '@/api/problems';
import { Button, Dialog } from '@/ui';

export interface Save<V> {
  save: (value: V) => void;
  isPending: boolean;
  /** By field, from the last attempt. */
  errors: Record<string, string>;
  /** What went wrong that belongs to no field of the form. */
  problem: string | undefined;
  failure: Error | null;
  /** To be rendered: asks what to do where somebody else was faster. */
  conflict: ReactNode;
  reset: () => void;
}

export interface SaveOptions<V, R> {
  /** `overwrite` has the change made whatever anybody changed meanwhile. */
  save: (value: V, overwrite: boolean) => Promise<R>;
  onSaved?: (result: R, value: V) => void;
  /** Loads what is there now, and with it gives up what was entered. */
  reload?: () => void;
  /** Fields that the form shows; messages about others are said above it. */
  fields?: readonly string[];
}

/** Saves a form: says what is wrong with which field, and asks where somebody else changed the same meanwhile. */
export function useSave<V, R = unknown>({ save, onSaved, reload, fields = [] }: SaveOptions<V, R>): Save<V> {
  const { t } = useTranslation();
  const [stale, setStale] = useState<{ value: V }>();
  const mutation = useMutation({
    mutationFn: ({ value, overwrite }: { value: V; overwrite: boolean }) => save(value, overwrite),
    onSuccess: (result, { value }) => {
      setStale(undefined);
      onSaved?.(result, value);
    },
    onError: (failure, { value }) => {
      if (failure instanceof ApiProblem && failure.code === 'stale-version') setStale({ value });
    },
  });
  const conflict = (
    <Dialog
      title={t('conflict.title')}
      isOpen={stale !== undefined}
      onClose={() => setStale(undefined)}
      size="s"
      footer={
        <>
          {reload && (
            <Button
              onPress={() => {
                setStale(undefined);
                mutation.reset();
                reload();
              }}
            >
              {t('conflict.reload')}
            </Button>
          )}
          <Button
            variant="danger"
            isPending={mutation.isPending}
            onPress={() => stale && mutation.mutate({ value: stale.value, overwrite: true })}
          >
            {t('conflict.overwrite')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
    </Dialog>
  );
  const errors = fieldErrors(mutation.error);
  const elsewhere = Object.keys(errors).filter((field) => !fields.includes(field));
  const isOfFields = Object.keys(errors).length > 0 && elsewhere.length === 0;
  return {
    save: (value) => mutation.mutate({ value, overwrite: false }),
    isPending: mutation.isPending,
    errors,
    problem: mutation.error && !isOfFields && stale === undefined ? problemText(mutation.error) : undefined,
    failure: mutation.error,
    conflict,
    reset: () => mutation.reset(),
  };
}
