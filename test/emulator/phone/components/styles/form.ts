const CHECK = (color: string) =>
  `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M5 12.5l4.5 4.5L19 7.5' fill='none' stroke='${color}' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E")`;

/** Fields of forms; what a person moves is drawn from the attributes that the components write. */
export const formStyles = `
wx-input, wx-textarea { display: block; position: relative; overflow: hidden; cursor: text; }
wx-input { height: 1.4em; min-height: 1.4em; line-height: 1.4em; text-overflow: clip; white-space: nowrap; }
wx-textarea { width: 300px; height: 150px; line-height: 1.5; }
wx-input > input, wx-textarea > textarea { display: block; position: relative; box-sizing: border-box; width: 100%;
  height: 100%; margin: 0; padding: 0; border: 0; outline: 0; background: transparent; color: inherit; font: inherit;
  text-align: inherit; letter-spacing: inherit; resize: none; }
wx-input > .wx-placeholder, wx-textarea > .wx-placeholder { position: absolute; inset: 0; overflow: hidden;
  pointer-events: none; }
.wx-placeholder { color: #808080; }
wx-input > .wx-placeholder { display: flex; align-items: center; white-space: pre; text-align: inherit; }
wx-switch { display: inline-block; position: relative; box-sizing: border-box; width: 52px; height: 32px;
  vertical-align: middle; cursor: pointer; -webkit-tap-highlight-color: transparent; }
wx-switch[type='switch']::before { content: ''; position: absolute; inset: 0; border-radius: 16px;
  background: #dfdfdf; transition: background 0.1s; }
wx-switch[type='switch'][checked]::before { background: var(--switch-color); }
wx-switch[type='switch']::after { content: ''; position: absolute; top: 1px; left: 1px; width: 30px; height: 30px;
  border-radius: 15px; background: #fff; box-shadow: 0 1px 3px rgba(0, 0, 0, 0.4); transition: transform 0.35s; }
wx-switch[type='switch'][checked]::after { transform: translateX(20px); }
wx-switch[disabled], wx-checkbox[disabled], wx-radio[disabled] { opacity: 0.7; cursor: default; }
wx-checkbox, wx-radio { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent; }
wx-checkbox::before, wx-radio::before, wx-switch[type='checkbox']::before { content: ''; display: inline-block;
  box-sizing: border-box; width: 22px; height: 22px; margin-right: 5px; vertical-align: middle; position: relative;
  top: -1px; border: 1px solid #d1d1d1; background: #fff center / 18px no-repeat; }
wx-checkbox::before, wx-switch[type='checkbox']::before { border-radius: 3px; }
wx-radio::before { border-radius: 50%; }
wx-checkbox[checked]::before, wx-switch[type='checkbox'][checked]::before { background-image: ${CHECK('%2309bb07')}; }
wx-radio[checked]::before { border-color: var(--field-color); background-color: var(--field-color);
  background-image: ${CHECK('%23fff')}; }
wx-checkbox-group, wx-radio-group { display: block; }
wx-slider { display: block; margin: 10px 18px; padding: 0; cursor: pointer; touch-action: none; }
wx-slider > .wx-slider { display: flex; align-items: center; min-height: 28px; }
wx-slider .wx-slider-bar { position: relative; flex: 1; height: 2px; border-radius: 5px; background: var(--slider-back); }
wx-slider .wx-slider-track { position: absolute; inset: 0 auto 0 0; width: var(--slider-at); border-radius: 6px;
  background: var(--slider-active); }
wx-slider .wx-slider-block { position: absolute; top: 50%; left: var(--slider-at); width: var(--slider-size);
  height: var(--slider-size); transform: translate(-50%, -50%); border-radius: 50%; background: var(--slider-block);
  box-shadow: 0 0 4px rgba(0, 0, 0, 0.2); }
wx-slider .wx-slider-value { width: 3ch; margin-left: 1em; color: #888; font-size: 15px; text-align: center; }
wx-progress { display: flex; align-items: center; width: 100%; }
wx-progress > .wx-progress-bar { flex: 1; overflow: hidden; }
wx-progress > .wx-progress-bar > i { display: block; height: 100%; }
wx-progress > span { margin: 0 0 0 15px; min-width: 2em; }
wx-picker { display: block; cursor: pointer; }
wx-icon { display: inline-block; }
wx-icon > svg { display: block; }
@container style(--theme: dark) {
  .wx-placeholder { color: rgba(255, 255, 255, 0.3); }
  wx-switch[type='switch']::before { background: #444; }
  wx-checkbox:not([checked])::before, wx-radio:not([checked])::before { border-color: #555; background-color: #2c2c2c; }
}
`;
