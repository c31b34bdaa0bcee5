import type { Dialog, DialogAnswer, PhoneContext } from '../phone/parts';
import type { Method, Methods } from './method';

/** How long an answer waits for its dialog, ms: the tap that opens it takes a while to be heard. */
const PATIENCE = 5000;

/** What WeChat asks before it hands something of the user to the app. */
const CONSENTS: readonly Dialog['kind'][] = ['authorize', 'privacy', 'phone-number', 'phone-quota', 'avatar', 'media'];

/** What a person does to what WeChat draws itself: `miniProgram.native()`. */
export function nativeMethods(context: PhoneContext): Methods {
  const { native, stack } = context;
  const answer =
    (kinds: readonly Dialog['kind'][], given: DialogAnswer): Method =>
    async () => {
      await dialogOnTop(context, kinds);
      native.answer(kinds, given);
      return {};
    };
  const absent: Method = (params) => {
    throw new Error(`native().${params.string('method')}() is not in the local WeChat yet`);
  };
  const actions: Readonly<Record<string, Method>> = {
    /** `data.pictures`: data URLs of what the user picks, where pictures are asked for. */
    authorizeAllow: (params) => {
      const { pictures } = params.record('data');
      if (!Array.isArray(pictures)) return answer(CONSENTS, { accepted: true })(params);
      const [picture, ...rest] = pictures.map(String);
      if (picture === undefined) throw new TypeError('authorizeAllow: data.pictures is empty');
      return answer(['avatar', 'media'], { accepted: true, picture, pictures: [picture, ...rest] })(params);
    },
    authorizeCancel: answer(CONSENTS, { accepted: false }),
    confirmModal: answer(['modal'], { accepted: true }),
    cancelModal: answer(['modal'], { accepted: false }),
    goHome: async () => {
      await stack.reLaunch(`/${context.package.pages[0] ?? ''}`);
      return {};
    },
    /** As the back button of a phone: it closes what is over the page first. */
    navigateLeft: async () => {
      if (native.dialogs[0]?.kind === 'preview') native.answer(['preview'], { accepted: false });
      else await stack.navigateBack(1);
      return {};
    },
    switchTab: async (params) => {
      await stack.switchTab(String(params.record('data')['url']));
      return {};
    },
    /** `data` may name the chat, by `chatId` or `name`; else the first one. The client itself sends none. */
    shareConfirm: async (params) => {
      await dialogOnTop(context, ['share']);
      const chatId = chatOf(context, params.record('data'));
      native.answer(['share'], { accepted: true, chatId });
      return {};
    },
    shareCancel: answer(['share'], { accepted: false }),
    closePaymentDialog: absent,
  };
  return {
    'Tool.native': (params) => {
      const action = actions[params.string('method')] ?? absent;
      return action(params);
    },
  };
}

function chatOf({ native }: PhoneContext, wanted: Readonly<Record<string, unknown>>): string {
  const [top] = native.dialogs;
  const chats = top?.kind === 'share' ? top.chats : [];
  const { chatId, name } = wanted;
  const matches = ({ id, name: called }: (typeof chats)[number]): boolean =>
    chatId === undefined ? name === undefined || called === name : id === chatId;
  const chat = chats.find(matches);
  if (chat) return chat.id;
  const there = chats.map(({ id, name: called }) => `${id} "${called}"`).join(', ') || 'none';
  throw new Error(`shareConfirm: no chat is ${JSON.stringify(wanted)}, there are: ${there}`);
}

function dialogOnTop({ native }: PhoneContext, kinds: readonly Dialog['kind'][]): Promise<void> {
  const isThere = (): boolean => native.dialogs.slice(0, 1).some(({ kind }) => kinds.includes(kind));
  if (isThere()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = (end: () => void): void => {
      clearTimeout(timer);
      unsubscribe();
      end();
    };
    const wanted = kinds.join(' or ');
    const error = new Error(`no dialog of kind ${wanted} was shown within ${PATIENCE / 1000} s`);
    const timer = setTimeout(() => done(() => reject(error)), PATIENCE);
    const unsubscribe = native.subscribe(() => isThere() && done(resolve));
  });
}
