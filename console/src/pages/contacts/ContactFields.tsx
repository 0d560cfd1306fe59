import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/i18n';
import { countryOptions, languageOptions, timeZoneOptions } from '@/lib/places';
import { Button, ComboBox, IconButton, TagInput, TextField } from '@/ui';
import css from './ContactFields.module.css';
import type { ContactForm } from './edit';

/** What people write down of a contact beside its identities. */
export function ContactFields({
  form,
  onChange,
  errors,
}: {
  form: ContactForm;
  onChange: (form: ContactForm) => void;
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation(['contacts', 'common']);
  const { locale } = useLocale();
  const languages = useMemo(
    () => languageOptions(locale, form.language ?? undefined),
    [locale, form.language],
  );
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const zones = useMemo(() => timeZoneOptions(form.timezone ?? undefined), [form.timezone]);
  const set = (part: Partial<ContactForm>) => onChange({ ...form, ...part });
  return (
    <>
      <TagInput
        label={t('fields.tags')}
        description={t('fields.tagsHint')}
        tags={form.tags}
        onChange={(tags) => set({ tags })}
        error={errors.tags}
      />
      <div className={css.two}>
        <ComboBox
          label={t('fields.language')}
          options={languages}
          value={form.language}
          onChange={(language) => set({ language })}
          error={errors.language}
        />
        <ComboBox
          label={t('fields.timezone')}
          options={zones}
          value={form.timezone}
          onChange={(timezone) => set({ timezone })}
          error={errors.timezone}
        />
        <ComboBox
          label={t('fields.country')}
          options={countries}
          value={form.country}
          onChange={(country) => set({ country })}
          error={errors['location.country']}
        />
        <TextField
          label={t('fields.city')}
          value={form.city}
          onChange={(city) => set({ city })}
          maxLength={200}
          error={errors['location.city']}
        />
        <TextField
          label={t('fields.region')}
          value={form.region}
          onChange={(region) => set({ region })}
          maxLength={200}
          error={errors['location.region']}
        />
        <TextField
          label={t('fields.address')}
          value={form.address}
          onChange={(address) => set({ address })}
          maxLength={500}
          error={errors['location.address']}
        />
      </div>
      <fieldset className={css.attributes}>
        <legend className={css.legend}>{t('fields.attributes')}</legend>
        {form.attributes.map((row, index) => {
          const change = (part: Partial<typeof row>) =>
            set({ attributes: form.attributes.map((one, at) => (at === index ? { ...one, ...part } : one)) });
          return (
            <div key={index} className={css.attribute}>
              <TextField
                label={t('fields.attributeName')}
                hideLabel
                placeholder={t('fields.attributeName')}
                value={row.key}
                onChange={(key) => change({ key })}
                maxLength={64}
              />
              <TextField
                label={t('fields.attributeValue')}
                hideLabel
                placeholder={t('fields.attributeValue')}
                value={row.value}
                onChange={(value) => change({ value })}
              />
              <IconButton
                label={t('common:actions.removeNamed', { name: row.key || t('fields.attributeName') })}
                icon={<X size={16} />}
                onPress={() => set({ attributes: form.attributes.filter((_, at) => at !== index) })}
              />
            </div>
          );
        })}
        {errors.attributes && <p className={css.error}>{errors.attributes}</p>}
        <div>
          <Button
            size="s"
            icon={<Plus size={14} />}
            onPress={() => set({ attributes: [...form.attributes, { key: '', value: '' }] })}
          >
            {t('fields.addAttribute')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
