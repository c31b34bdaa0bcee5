import { useState, type FormEvent } from 'react';
import { masked } from '../../wechat/phone-number/spelling';
import type { User } from '../../wechat/types';
import { act, bindNumber, removeNumber } from '../actions';

/** The numbers that this user's WeChat offers in a phone button's sheet, the one that was used last first. */
export function PhoneNumbers({ user }: { readonly user: User }) {
  const [typed, setTyped] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    act(bindNumber(user, typed).then(() => setTyped('')));
  }
  return (
    <>
      <ul className="numbers" aria-label="Phone numbers">
        {user.phoneNumbers.map((number) => (
          <li className="field" key={`${number.countryCode} ${number.purePhoneNumber}`}>
            <span>{masked(number)}</span>
            <button aria-label={`Remove ${masked(number)}`} onClick={() => act(removeNumber(user, number))}>
              Remove
            </button>
          </li>
        ))}
        {user.phoneNumbers.length === 0 && <li className="hint">No phone number is bound.</li>}
      </ul>
      <form className="field" onSubmit={submit}>
        <label>
          <span className="unseen">Another phone number</span>
          <input
            placeholder="+852 51234567"
            inputMode="tel"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button type="submit" disabled={typed.trim() === ''}>
          Bind
        </button>
      </form>
    </>
  );
}
