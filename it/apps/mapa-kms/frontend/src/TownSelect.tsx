import type { TownChoice } from './api/client';

interface Props {
  id: string;
  label: string;
  towns: TownChoice[];
  selected: number | undefined;
  onSelect: (id: number | undefined) => void;
}

export function TownSelect({ id, label, towns, selected, onSelect }: Props) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={selected ?? ''}
        onChange={(event) => onSelect(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        <option value="">Choose a town…</option>
        {towns.map((town) => (
          <option key={town.id} value={town.id}>
            {town.name} ({town.region})
          </option>
        ))}
      </select>
    </p>
  );
}
