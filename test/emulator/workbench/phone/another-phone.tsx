import { useState, type FormEvent } from 'react';
import { act, openPhone, openPhoneOfNewUser } from '../actions';
import { Popup } from '../parts/popup';
import { useWorkbench } from '../store';

/** Opens one more phone, for somebody who has none or for somebody new. */
export function AnotherPhone() {
  const [open, setOpen] = useState(false);
  return (
    <span className="popup-anchor">
      <button aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        Another phone
      </button>
      {open && <WhosePhone onClose={() => setOpen(false)} />}
    </span>
  );
}

function WhosePhone({ onClose }: { readonly onClose: () => void }) {
  const users = useWorkbench((state) => state.users);
  const phones = useWorkbench((state) => state.phones);
  const [name, setName] = useState('');
  const idle = users.filter(({ openid }) => phones.every((phone) => phone.openid !== openid));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === '') return;
    act(openPhoneOfNewUser(name.trim()));
    onClose();
  }

  return (
    <Popup label="Another phone" role="dialog" className="whose-phone" onClose={onClose}>
      {idle.map(({ openid, nickName }) => (
        <button
          key={openid}
          onClick={() => {
            act(openPhone(openid));
            onClose();
          }}
        >
          {nickName}
        </button>
      ))}
      <form className="row" onSubmit={submit}>
        <label>
          <span className="unseen">Nickname of somebody new</span>
          <input placeholder="Somebody new" value={name} onChange={({ target }) => setName(target.value)} />
        </label>
        <button type="submit" disabled={name.trim() === ''}>
          Add
        </button>
      </form>
    </Popup>
  );
}
