import { useState, type FormEvent } from 'react';
import type { PhoneInfo } from '../../control/types';
import { act, addUser } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';

/** Hands the phone to another user, or to a new one. */
export function UserSwitch({ phone }: { readonly phone: PhoneInfo }) {
  const users = useWorkbench((state) => state.users);
  const [naming, setNaming] = useState(false);
  return (
    <>
      {naming ? (
        <NewUser phone={phone} onClose={() => setNaming(false)} />
      ) : (
        <>
          <label>
            <span className="unseen">User</span>
            <select
              value={phone.openid}
              onChange={({ target }) => act(control.phones.switchUser(phone.id, target.value))}
            >
              {users.map(({ openid, nickName }) => (
                <option key={openid} value={openid}>
                  {nickName}
                </option>
              ))}
            </select>
          </label>
          <button onClick={() => setNaming(true)}>New user</button>
        </>
      )}
    </>
  );
}

interface NewUserProps {
  readonly phone: PhoneInfo;
  readonly onClose: () => void;
}

function NewUser({ phone, onClose }: NewUserProps) {
  const [name, setName] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === '') return;
    act(addUser(name.trim(), phone.id));
    onClose();
  }
  return (
    <form onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <label>
        <span className="unseen">Nickname</span>
        <input autoFocus placeholder="Nickname" value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <button type="submit" disabled={name.trim() === ''}>
        Add
      </button>
      <button type="button" onClick={onClose}>
        Cancel
      </button>
    </form>
  );
}
