const SPIN = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Ccircle cx='12' cy='12' r='9' fill='none' stroke='%23000' stroke-opacity='.2' stroke-width='3'/%3E%3Cpath d='M12 3a9 9 0 0 1 9 9' fill='none' stroke='%23000' stroke-opacity='.6' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E")`;

/** Buttons: without `"style": "v2"` in app.json those of WeUI 1, with it those of WeUI 2 (WeChat: reference/configuration/app.md, style). */
export const buttonStyles = `
wx-button { position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px;
  padding-right: 14px; box-sizing: border-box; font-size: 18px; text-align: center; text-decoration: none;
  line-height: 2.55555556; border-radius: 5px; -webkit-tap-highlight-color: transparent; overflow: hidden;
  color: #000; background-color: #f8f8f8; cursor: pointer; user-select: none; }
wx-button::after { content: ' '; width: 200%; height: 200%; position: absolute; top: 0; left: 0;
  border: 1px solid rgba(0, 0, 0, 0.2); transform: scale(0.5); transform-origin: 0 0; box-sizing: border-box;
  border-radius: 10px; pointer-events: none; }
wx-button[type='primary'] { color: #fff; background-color: #1aad19; }
wx-button[type='warn'] { color: #fff; background-color: #e64340; }
wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
wx-button[plain][type='primary'] { color: #1aad19; border: 1px solid #1aad19; background-color: transparent; }
wx-button[plain][type='warn'] { color: #e64340; border: 1px solid #e64340; background-color: transparent; }
wx-button[plain]::after { border-width: 0; }
wx-button[size='mini'] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
wx-button[disabled] { color: rgba(0, 0, 0, 0.3); background-color: #f7f7f7; cursor: default; }
wx-button[disabled][type='primary'] { color: rgba(255, 255, 255, 0.6); background-color: #9ed99d; }
wx-button[disabled][type='warn'] { color: rgba(255, 255, 255, 0.6); background-color: #ec8b89; }
wx-button[disabled][plain] { color: rgba(0, 0, 0, 0.2); border-color: rgba(0, 0, 0, 0.2); background-color: #f7f7f7; }
[hover='button-hover'] { color: rgba(0, 0, 0, 0.6); background-color: #dedede; }
[hover='button-hover'][type='primary'] { color: rgba(255, 255, 255, 0.6); background-color: #179b16; }
[hover='button-hover'][type='warn'] { color: rgba(255, 255, 255, 0.6); background-color: #ce3c39; }
[hover='button-hover'][plain] { color: rgba(53, 53, 53, 0.6); border-color: rgba(53, 53, 53, 0.6); background-color: transparent; }
wx-button[loading]::before { content: ' '; display: inline-block; width: 18px; height: 18px; margin-right: 6px;
  vertical-align: middle; background: ${SPIN} center / 100% no-repeat; animation: wx-spin 1s linear infinite; }
wx-button[loading][type='primary']:not([plain])::before { filter: invert(1); }
@keyframes wx-spin { to { transform: rotate(360deg); } }

:where([data-style='v2']) wx-button { padding: 8px 24px; font-size: 17px; font-weight: 700; line-height: 1.41176471;
  border-radius: 4px; color: #06ae56; background-color: #f2f2f2; }
:where([data-style='v2']) wx-button:not([size='mini']) { width: 184px; margin-left: auto; margin-right: auto; }
:where([data-style='v2']) wx-button::after { display: none; }
:where([data-style='v2']) wx-button[type='primary'] { color: #fff; background-color: #07c160; }
:where([data-style='v2']) wx-button[type='warn'] { color: #fa5151; background-color: #f2f2f2; }
:where([data-style='v2']) wx-button[plain] { color: rgba(0, 0, 0, 0.9); border: 1px solid rgba(0, 0, 0, 0.9);
  background-color: transparent; }
:where([data-style='v2']) wx-button[plain][type='primary'] { color: #07c160; border-color: #07c160;
  background-color: transparent; }
:where([data-style='v2']) wx-button[plain][type='warn'] { color: #fa5151; border-color: #fa5151;
  background-color: transparent; }
:where([data-style='v2']) wx-button[size='mini'] { padding: 0 0.75em; font-size: 16px; line-height: 2; }
:where([data-style='v2']) wx-button[disabled] { color: rgba(0, 0, 0, 0.18); background-color: #fafafa; }
:where([data-style='v2']) [hover='button-hover'] { background-color: #e6e6e6; color: #06ae56; }
:where([data-style='v2']) [hover='button-hover'][type='primary'] { background-color: #06ad56; color: #fff; }
@container style(--theme: dark) {
  :where([data-style='v2']) wx-button { color: #07c160; background-color: rgba(255, 255, 255, 0.08); }
  :where([data-style='v2']) wx-button[disabled] { color: rgba(255, 255, 255, 0.15);
    background-color: rgba(255, 255, 255, 0.05); }
  :where([data-style='v2']) [hover='button-hover'] { background-color: rgba(255, 255, 255, 0.15); }
  :where([data-style='v2']) wx-button[type='primary'] { color: rgba(255, 255, 255, 0.9); background-color: #07c160; }
  :where([data-style='v2']) wx-button[type='warn'] { color: #fa5151; background-color: rgba(255, 255, 255, 0.08); }
}
`;
