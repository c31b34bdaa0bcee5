import { useState, type FormEvent } from 'react';
import type { Chat } from '../../wechat/chats/types';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';
import { Face } from './face';

interface NewChatProps {
  readonly openid: string;
  readonly onBack: () => void;
  readonly onMade: (chatId: string) => void;
}

/** One other person is a single chat; more of them, or a name, are a group. */
export function NewChat({ openid, onBack, onMade }: NewChatProps) {
  const users = useWorkbench((state) => state.users);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const single = chosen.length === 1 && name.trim() === '';

  async function make(): Promise<void> {
    const members = [openid, ...chosen];
    const named = name.trim() === '' ? {} : { name: name.trim() };
    const chat: Chat = await control.chats.create(
      single ? { kind: 'single', members } : { kind: 'group', members, ...named },
    );
    onMade(chat.id);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    act(make());
  }

  return (
    <>
      <header className="wx-bar">
        <button className="wx-icon" aria-label="返回" onClick={onBack}>
          ‹
        </button>
        <h3>发起聊天</h3>
      </header>
      <form className="wx-page" onSubmit={submit}>
        <ul className="wx-list" aria-label="联系人">
          {users
            .filter((user) => user.openid !== openid)
            .map((user) => (
              <li key={user.openid}>
                <label className="wx-row">
                  <input
                    type="checkbox"
                    checked={chosen.includes(user.openid)}
                    onChange={({ target }) =>
                      choose(target.checked ? [...chosen, user.openid] : chosen.filter((one) => one !== user.openid))
                    }
                  />
                  <Face openid={user.openid} />
                  <span className="wx-row-name">{user.nickName}</span>
                </label>
              </li>
            ))}
        </ul>
        <label className="wx-field">
          群名
          <input placeholder="选填" value={name} onChange={({ target }) => setName(target.value)} />
        </label>
        <button className="wx-main" type="submit" disabled={chosen.length === 0}>
          {single || chosen.length === 0 ? '发起聊天' : '建群'}
        </button>
      </form>
    </>
  );
}
