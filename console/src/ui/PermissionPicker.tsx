import { useRightNames } from '@/lib/rights';
import { Checkbox } from './Field';
import css from './PermissionPicker.module.css';

/** Permissions to be ticked, by what they are about. Those of `held` are there already and cannot be taken. */
export function PermissionPicker({
  label,
  permissions,
  chosen,
  onChange,
  held = [],
  mayChoose = () => true,
}: {
  label: string;
  permissions: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  held?: readonly string[];
  mayChoose?: (permission: string) => boolean;
}) {
  const names = useRightNames();
  const areas = Map.groupBy(permissions, names.area);
  return (
    <div className={css.areas} role="group" aria-label={label}>
      {[...areas].map(([area, members]) => (
        <fieldset key={area} className={css.area}>
          <legend className={css.legend}>{area}</legend>
          {members.map((permission) => {
            const isHeld = held.includes(permission);
            const isChosen = chosen.includes(permission);
            return (
              <Checkbox
                key={permission}
                isSelected={isHeld || isChosen}
                isDisabled={isHeld || (!isChosen && !mayChoose(permission))}
                onChange={(selected) =>
                  onChange(selected ? [...chosen, permission] : chosen.filter((one) => one !== permission))
                }
              >
                {names.permission(permission)}
              </Checkbox>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
