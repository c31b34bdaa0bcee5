import type { Chat } from '../../wechat/chats/types';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';
import { Face } from './face';
import { nickName } from './seen';

interface MembersProps {
  readonly chat: Chat;
  readonly openid: string;
  readonly onBack: () => void;
}

/** 聊天信息: who is in the chat; in a group, others can be asked in, and one can leave. */
export function Members({ chat, openid, onBack }: MembersProps) {
  const users = useWorkbench((state) => state.users);
  const others = users.filter((user) => !chat.members.includes(user.openid));
  return (
    <>
      <header className="wx-bar">
        <button className="wx-icon" aria-label="返回" onClick={onBack}>
          ‹
        </button>
        <h3>聊天信息({chat.members.length})</h3>
      </header>
      <div className="wx-page">
        <ul className="wx-members" aria-label="群成员">
          {chat.members.map((member) => (
            <li key={member}>
              <Face openid={member} />
              <span>{nickName(users, member)}</span>
            </li>
          ))}
        </ul>
        {chat.kind === 'group' && (
          <>
            <label className="wx-field">
              添加成员
              <select
                value=""
                disabled={others.length === 0}
                onChange={({ target }) => act(control.chats.join(chat.id, target.value))}
              >
                <option value="">{others.length === 0 ? '都在群里了' : '选择…'}</option>
                {others.map((user) => (
                  <option key={user.openid} value={user.openid}>
                    {user.nickName}
                  </option>
                ))}
              </select>
            </label>
            <button className="wx-leave" onClick={() => act(control.chats.leave(chat.id, openid))}>
              退出群聊
            </button>
          </>
        )}
      </div>
    </>
  );
}
