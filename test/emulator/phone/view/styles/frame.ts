/** Bars, screens and their movement. Lengths of bars come from the device (`--status-height`, `--navigation-height`). */
export const frameStyles = `
.phone { --window-top: calc(var(--status-height) + var(--navigation-height)); position: fixed; inset: 0; overflow: hidden; background: #000; color: #000;
  font-family: -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Helvetica Neue', 'Noto Sans SC', sans-serif;
  -webkit-font-smoothing: antialiased; -webkit-text-size-adjust: 100%; user-select: none; }
.phone button { margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.phone button:disabled { cursor: default; }
.phone [hidden] { display: none !important; }
[data-theme='light'] { --theme: light; color-scheme: light; }
[data-theme='dark'] { --theme: dark; color-scheme: dark; }
.phone-root { position: absolute; inset: var(--window-top) 0 0; }
.screen { position: absolute; inset: calc(-1 * var(--window-top)) 0 0; overflow: hidden; background: #fff;
  box-shadow: 0 0 24px rgba(0, 0, 0, 0.12); transition: translate 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
.screen.is-under { translate: -30% 0; visibility: hidden; transition: translate 0.3s cubic-bezier(0.32, 0.72, 0, 1),
  visibility 0s 0.3s; }
.screen.is-entering { z-index: 1; animation: screen-in 0.3s cubic-bezier(0.32, 0.72, 0, 1); }
.screen.is-leaving { z-index: 2; pointer-events: none; animation: screen-in 0.26s ease-out reverse forwards; }
@keyframes screen-in { from { translate: 100% 0; } }
.screen-window { position: absolute; inset: var(--screen-bars) 0 0; overflow: hidden; contain: layout paint; }
.screen-window > .page-frame { display: block !important; overflow: hidden; background: inherit; }
.page-scroller { overscroll-behavior: none; scrollbar-width: none; }
.page-scroller::-webkit-scrollbar { display: none; }
.screen[data-theme='dark'] { background: #191919; color: rgba(255, 255, 255, 0.8); }

.status { position: absolute; z-index: 10; inset: 0 0 auto; display: flex; align-items: center;
  justify-content: space-between; box-sizing: border-box; height: var(--status-height); padding: 6px 26px 0 34px;
  font-size: 16px; font-weight: 600; pointer-events: none; font-variant-numeric: tabular-nums; }
.status-right { display: flex; align-items: center; gap: 5px; }
.status svg { height: 12px; display: block; }
.phone[data-text='white'] > .status, .navigation[data-text='white'] { color: #fff; }
.navigation { position: absolute; color: #000; z-index: 1; inset: 0 0 auto; box-sizing: border-box; padding-top: var(--status-height);
  height: calc(var(--status-height) + var(--navigation-height)); }
.navigation-left { position: absolute; left: 0; bottom: 0; display: flex; height: var(--navigation-height); }
.navigation-left button { display: flex; align-items: center; justify-content: center; width: 44px; height: 100%; }
.navigation-back svg { height: 19px; }
.navigation-home svg { height: 24px; }
.navigation-middle { position: absolute; inset: auto 96px 0; display: flex; align-items: center; justify-content: center;
  gap: 6px; height: var(--navigation-height); font-size: 17px; font-weight: 600; }
.navigation-title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.navigation-loading { flex: none; width: 18px; height: 18px; }
.spin { animation: phone-spin 1s linear infinite; }
@keyframes phone-spin { to { transform: rotate(360deg); } }

.capsule { position: absolute; z-index: 10; right: 7px; box-sizing: border-box; width: 87px; height: 32px; display: flex;
  top: calc(var(--status-height) + (var(--navigation-height) - 32px) / 2); border-radius: 16px;
  border: 0.5px solid rgba(0, 0, 0, 0.1); background: rgba(255, 255, 255, 0.6); color: #000; }
.phone[data-text='white'] > .capsule { border-color: rgba(255, 255, 255, 0.25); background: rgba(0, 0, 0, 0.15);
  color: #fff; }
.capsule button { flex: 1; display: flex; align-items: center; justify-content: center; }
.capsule button + button::before { content: ''; position: absolute; left: 50%; height: 18px;
  border-left: 0.5px solid currentColor; opacity: 0.2; }
.capsule svg { width: 20px; height: 20px; }

.pull-down { position: absolute; inset: 0 0 auto; display: flex; gap: 8px; align-items: center; justify-content: center;
  height: 50px; }
.pull-down i { width: 8px; height: 8px; border-radius: 50%; background: rgba(0, 0, 0, 0.25); }
.pull-down[data-dots='light'] i { background: rgba(255, 255, 255, 0.45); }
.pull-down.is-refreshing i { animation: pull-dot 0.9s infinite alternate; }
.pull-down.is-refreshing i:nth-child(2) { animation-delay: 0.3s; }
.pull-down.is-refreshing i:nth-child(3) { animation-delay: 0.6s; }
@keyframes pull-dot { to { opacity: 0.25; } }
.home-indicator { position: absolute; z-index: 30; bottom: 8px; left: 50%; width: 134px; height: 5px; margin-left: -67px;
  border-radius: 3px; background: #000; pointer-events: none; mix-blend-mode: normal; opacity: 0.85; }
[data-theme='dark'] > .home-indicator { background: #fff; }
@media (prefers-reduced-motion: reduce) { .screen, .screen.is-entering, .screen.is-leaving { animation-duration: 1ms;
  transition-duration: 1ms; } }
`;
