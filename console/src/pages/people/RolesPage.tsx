import { useQuery } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRightNames } from '@/lib/rights';
import { Loaded } from '@/ui';
import { PeopleFrame } from './PeopleFrame';
import css from './People.module.css';
import { rolesQuery } from './queries';

/** The table of what each role may do. */
export function RolesPage() {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const names = useRightNames();
  const roles = useQuery(rolesQuery);
  return (
    <PeopleFrame>
      <p>{t('roles.description')}</p>
      <Loaded query={roles}>
        {(table) => {
          const all = [...new Set(table.flatMap(({ permissions }) => permissions))].sort();
          const areas = [...Map.groupBy(all, names.area)];
          return (
            <>
              <div className={css.roles}>
                {table.map(({ role }) => (
                  <section key={role} className={css.role}>
                    <h2>{t(`common:roles.${role}`)}</h2>
                    <p>{t(`rights:roles.${role}`)}</p>
                  </section>
                ))}
              </div>
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
              <div className={css.scroll} tabIndex={0} role="region" aria-label={t('rights:rightsOf')}>
                <table className={css.table}>
                  <caption className="visually-hidden">{t('rights:rightsOf')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('rights:permission')}</th>
                      {table.map(({ role }) => (
                        <th key={role} scope="col" className={css.cell}>
                          {t(`common:roles.${role}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  {areas.map(([area, permissions]) => (
                    <tbody key={area}>
                      <tr className={css.areaRow}>
                        <th scope="colgroup" colSpan={table.length + 1}>
                          {area}
                        </th>
                      </tr>
                      {permissions.map((permission) => (
                        <tr key={permission}>
                          <th scope="row">{names.permission(permission)}</th>
                          {table.map((line) => (
                            <td key={line.role} className={css.cell}>
                              <Has it={line.permissions.includes(permission)} />
                            </td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  ))}
                </table>
              </div>
            </>
          );
        }}
      </Loaded>
    </PeopleFrame>
  );
}

function Has({ it }: { it: boolean }) {
  const { t } = useTranslation('rights');
  return (
    <>
      {it ? (
        <Check size={16} className={css.yes} aria-hidden="true" />
      ) : (
        <Minus size={14} className={css.no} aria-hidden="true" />
      )}
      <span className="visually-hidden">{it ? t('has') : t('hasNot')}</span>
    </>
  );
}
