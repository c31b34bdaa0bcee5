/** The capsule's menu, the share sheet with its card, pictures over the whole screen. */
export const sharingStyles = `
.menu { width: 100%; background: var(--sheet-2); border-radius: 12px 12px 0 0; overflow: hidden;
  animation: sheet-in 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
.menu-head { padding: 20px 24px 0; }
.menu-tiles { display: flex; gap: 4px; padding: 20px 12px 28px; overflow-x: auto; }
.phone .menu .menu-tile { flex: none; display: flex; flex-direction: column; align-items: center; gap: 8px; width: 88px;
  font-size: 12px; line-height: 1.3; color: var(--weak); text-align: center; }
.menu-icon { display: flex; align-items: center; justify-content: center; width: 56px; height: 56px; border-radius: 14px;
  background: var(--sheet); color: var(--strong); }
.menu-icon svg { width: 28px; height: 28px; }
.menu-tile:active .menu-icon { filter: brightness(0.92); }
.phone .menu .menu-cancel { display: block; width: 100%; min-height: 90px; padding-bottom: 34px; background: var(--sheet);
  font-size: 17px; }

.share { box-sizing: border-box; width: 100%; max-height: 88%; display: flex; flex-direction: column; padding: 20px 24px 44px;
  background: var(--sheet); border-radius: 12px 12px 0 0; animation: sheet-in 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
.share-title { flex: none; font-size: 17px; font-weight: 600; text-align: center; }
.share-chats { flex: 1 1 auto; min-height: 112px; margin-top: 12px; overflow-y: auto; }
.share-none { color: var(--weak); font-size: 15px; text-align: center; }
.chat-row { display: flex; align-items: center; gap: 12px; min-height: 56px; border-bottom: 0.5px solid var(--line);
  cursor: pointer; }
.chat-mark { flex: none; display: flex; align-items: center; justify-content: center; width: 40px; height: 40px;
  border-radius: 6px; background: #576b95; color: #fff; font-size: 17px; }
.chat-mark[data-kind='group'] { background: var(--green); }
.chat-name { flex: 1; font-size: 17px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chat-row input { appearance: none; flex: none; box-sizing: border-box; width: 22px; height: 22px; margin: 0;
  border: 1.5px solid var(--weak); border-radius: 50%; opacity: 0.6; }
.chat-row input:checked { border: 7px solid var(--green); opacity: 1; }
.share .card { flex: none; align-self: center; margin-top: 20px; }
.share .sheet-buttons { flex: none; margin-top: 24px; }
.share .sheet-buttons button { width: 120px; padding: 9px 0; border-radius: 8px; background: var(--quiet); font-size: 17px;
  font-weight: 500; line-height: 1.3; }
.share .sheet-buttons .sheet-accept { background: var(--green); color: #fff; }
.share .sheet-buttons button:active { filter: brightness(0.92); }
.share .sheet-buttons button:disabled { opacity: 0.4; }

.card { box-sizing: border-box; width: 230px; padding: 10px 12px 4px; border: 0.5px solid var(--line); border-radius: 8px;
  background: var(--sheet); }
.card-app { display: flex; align-items: center; gap: 6px; color: var(--weak); font-size: 12px; }
.card-mark { display: flex; align-items: center; justify-content: center; width: 18px; height: 18px; border-radius: 50%;
  background: var(--green); color: #fff; font-size: 10px; }
.card-title { display: -webkit-box; margin: 6px 0 8px; font-size: 15px; line-height: 1.4; overflow: hidden;
  -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
.card-picture { display: block; width: 100%; aspect-ratio: 5 / 4; object-fit: cover; background: var(--quiet); }
.card-foot { margin-top: 6px; padding-top: 4px; border-top: 0.5px solid var(--line); color: var(--weak); font-size: 11px; }

.dialogs[data-kind='preview'] { background: #000; }
.preview { position: absolute; inset: 0; outline: 0; color: rgba(255, 255, 255, 0.8); cursor: pointer; }
.preview-row { display: flex; height: 100%; overflow-x: auto; scroll-snap-type: x mandatory; scrollbar-width: none; }
.preview-slide { flex: none; display: flex; align-items: center; justify-content: center; width: 100%; height: 100%;
  scroll-snap-align: start; scroll-snap-stop: always; }
.preview-slide img { max-width: 100%; max-height: 100%; width: 100%; object-fit: contain; }
.preview-count { position: absolute; inset: auto 0 44px; font-size: 15px; text-align: center; pointer-events: none;
  text-shadow: 0 1px 3px rgba(0, 0, 0, 0.6); font-variant-numeric: tabular-nums; }
`;
