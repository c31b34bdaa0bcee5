/** Sheets, modal, action sheet and toast, in WeUI's measures; dark ones by the theme of the phone. */
export const dialogStyles = `
.phone { --sheet: #fff; --sheet-2: #f7f7f7; --strong: rgba(0, 0, 0, 0.9); --weak: rgba(0, 0, 0, 0.5);
  --line: rgba(0, 0, 0, 0.1); --link: #576b95; --quiet: #f2f2f2; --press: rgba(0, 0, 0, 0.05); --green: #07c160; }
.phone[data-theme='dark'] { --sheet: #2c2c2c; --sheet-2: #1e1e1e; --strong: rgba(255, 255, 255, 0.8);
  --weak: rgba(255, 255, 255, 0.5); --line: rgba(255, 255, 255, 0.05); --link: #7d90a9;
  --quiet: rgba(255, 255, 255, 0.08); --press: rgba(255, 255, 255, 0.05); }
.dialogs { position: absolute; z-index: 20; inset: 0; display: flex; align-items: flex-end; justify-content: center;
  background: rgba(0, 0, 0, 0.5); color: var(--strong); animation: dialogs-in 0.2s; }
.dialogs[data-kind='modal'] { align-items: center; }
@keyframes dialogs-in { from { background: transparent; } }
.sheet, .actions { width: 100%; box-sizing: border-box; background: var(--sheet); border-radius: 12px 12px 0 0;
  overflow: hidden; animation: sheet-in 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
@keyframes sheet-in { from { transform: translateY(100%); } }
.sheet { padding: 24px 24px 64px; }
.sheet-head { display: flex; align-items: center; font-size: 15px; }
.sheet-mark { display: flex; align-items: center; justify-content: center; width: 24px; height: 24px; margin-right: 8px;
  border-radius: 50%; background: var(--green); color: #fff; font-size: 13px; }
.sheet-verb { margin-left: 8px; color: var(--strong); }
.sheet-title { margin-top: 20px; font-size: 20px; font-weight: 600; line-height: 1.4; }
.sheet-purpose { margin-top: 10px; color: var(--weak); font-size: 15px; line-height: 1.45; }
.sheet-text { margin-top: 12px; color: var(--weak); font-size: 15px; line-height: 1.6; }
.sheet a { color: var(--link); cursor: pointer; }
.sheet-buttons { display: flex; justify-content: center; gap: 16px; margin-top: 56px; }
.sheet .sheet-buttons button { width: 120px; padding: 9px 0; border-radius: 8px; background: var(--quiet);
  font-size: 17px; font-weight: 500; line-height: 1.3; }
.sheet .sheet-buttons .sheet-accept { background: var(--green); color: #fff; }
.sheet .sheet-buttons button:active { filter: brightness(0.92); }

.number-rows { margin-top: 12px; }
.number-row { display: flex; align-items: center; min-height: 64px; border-bottom: 0.5px solid var(--line);
  cursor: pointer; }
.number-text { flex: 1; display: flex; flex-direction: column; gap: 2px; font-size: 17px; line-height: 1.4;
  font-variant-numeric: tabular-nums; }
.number-hint { color: var(--weak); font-size: 13px; }
.number-row input { appearance: none; flex: none; box-sizing: border-box; width: 22px; height: 22px; margin: 0;
  border: 1.5px solid var(--weak); border-radius: 50%; opacity: 0.6; }
.number-row input:checked { border: 7px solid var(--green); opacity: 1; }
.phone .sheet .sheet-link { margin-top: 8px; min-height: 44px; color: var(--link); font-size: 15px; }
.number-rows ~ .sheet-buttons { margin-top: 32px; }

.modal { width: 320px; max-width: calc(100% - 48px); border-radius: 12px; overflow: hidden; background: var(--sheet);
  text-align: center; animation: modal-in 0.2s; }
@keyframes modal-in { from { opacity: 0; transform: scale(1.08); } }
.modal-title { padding: 32px 24px 16px; font-size: 17px; font-weight: 600; line-height: 1.4; }
.modal-content { box-sizing: border-box; max-height: 50vh; margin-bottom: 32px; padding: 0 24px; overflow-y: auto;
  color: var(--weak); font-size: 17px; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; }
.modal > .modal-content:first-child { padding-top: 32px; color: var(--strong); }
.modal-field { box-sizing: border-box; width: calc(100% - 48px); margin: 0 24px 24px; padding: 10px 12px; border: 0;
  border-radius: 4px; outline: 0; resize: none; background: var(--quiet); color: inherit; font: inherit; }
.modal > .modal-field:first-child { margin-top: 24px; }
.modal-buttons { display: flex; border-top: 0.5px solid var(--line); }
.modal .modal-buttons button { flex: 1; height: 56px; font-size: 17px; font-weight: 600; }
.modal-buttons button:active, .actions-item:active, .actions-cancel:active { background: var(--press); }
.modal-buttons button + button { border-left: 0.5px solid var(--line); }
.modal .modal-buttons .modal-confirm { color: var(--link); }

.actions { background: var(--sheet-2); }
.actions > * { display: block; width: 100%; min-height: 56px; background: var(--sheet); font-size: 17px;
  border-top: 0.5px solid var(--line); }
.phone .actions button { display: block; background: var(--sheet); border-top: 0.5px solid var(--line); font-size: 17px; }
.actions-alert { box-sizing: border-box; padding: 18px 24px; color: var(--weak); font-size: 13px; text-align: center; }
.phone .actions .actions-cancel { margin-top: 8px; border-top: 0; min-height: 90px; padding-bottom: 34px; }

.phone .actions .actions-avatar { display: flex; align-items: center; justify-content: center; gap: 12px; }
.actions-avatar img { width: 32px; height: 32px; border-radius: 6px; object-fit: cover; }

.picker { width: 100%; padding-bottom: 34px; background: var(--sheet); border-radius: 12px 12px 0 0; overflow: hidden;
  animation: sheet-in 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
.picker-head { display: flex; align-items: center; justify-content: space-between; height: 56px; padding: 0 16px;
  font-size: 17px; }
.picker .picker-head .picker-done { color: var(--green); font-weight: 600; }
.picker-wheels { position: relative; display: flex; height: 240px;
  mask: linear-gradient(transparent, #000 40%, #000 60%, transparent); }
.picker-wheels::after { content: ''; position: absolute; inset: 96px 16px; border: solid var(--line);
  border-width: 0.5px 0; pointer-events: none; }
.picker-wheel { flex: 1; padding: 96px 0; overflow-y: auto; scroll-snap-type: y mandatory; scrollbar-width: none; }
.picker-row { height: 48px; font-size: 17px; line-height: 48px; text-align: center; scroll-snap-align: center;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

.phone .nickname-row { position: absolute; z-index: 15; inset: auto 0 0; display: flex; align-items: center;
  justify-content: center; gap: 12px; box-sizing: border-box; min-height: 90px; padding: 0 24px 34px;
  border-top: 0.5px solid var(--line); background: var(--sheet-2); color: var(--strong); font-size: 17px; }
.nickname-label { color: var(--weak); font-size: 15px; }
.nickname-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

.toasts { position: absolute; z-index: 25; inset: 0; display: flex; align-items: center; justify-content: center;
  pointer-events: none; }
.toasts.is-mask { pointer-events: auto; }
.toast { box-sizing: border-box; width: 136px; min-height: 136px; padding: 30px 12px 18px; border-radius: 12px;
  background: #4c4c4c; color: rgba(255, 255, 255, 0.9); text-align: center; margin-bottom: 12vh; }
.toast svg, .toast img { width: 42px; height: 42px; object-fit: contain; }
.toast-title { margin-top: 12px; font-size: 16px; line-height: 1.4; overflow-wrap: anywhere; }
.toast.is-plain { width: auto; max-width: 280px; min-height: 0; padding: 12px 16px; border-radius: 8px; }
.toast.is-plain .toast-title { margin: 0; }
`;
