import { useWorkbench } from '../store';
import { PhoneColumn } from './phone-column';

/** Every phone of a browser, side by side. */
export function PhoneStage() {
  const phones = useWorkbench((state) => state.phones);
  return (
    <main className="stage" aria-label="Phones">
      {phones.map((phone) => (
        <PhoneColumn key={phone.id} phone={phone} alone={phones.length === 1} />
      ))}
    </main>
  );
}
