/** Pictures that automation picks, and closes, as a person would. */
import { solidPng } from '../../emulator/phone/files/solid-png';
import { SharingPhone } from './sharing-phone';

const png = (size: number) => `data:image/png;base64,${Buffer.from(solidPng(size, '#336699')).toString('base64')}`;

let phone: SharingPhone;
beforeAll(async () => {
  phone = await SharingPhone.open();
}, 60_000);
afterAll(() => phone.close());
beforeEach(async () => {
  await phone.begin();
  await phone.control.consents.answerPrivacy(phone.ann, true);
});
afterEach(() => phone.miniProgram.disconnect());

interface Chosen {
  readonly tempFiles: readonly { readonly tempFilePath: string; readonly width: number; readonly size: number }[];
}
const choose = (options: object) =>
  phone.callWx('chooseMedia', { mediaType: ['image'], ...options }) as Promise<Chosen>;

it('picks one picture that the phone takes', async () => {
  const chosen = choose({});
  await phone.miniProgram.native().authorizeAllow();
  const { tempFiles } = await chosen;
  expect(tempFiles.map(({ width }) => width)).toEqual([640]);
});

it('picks the pictures that it names', async () => {
  const chosen = choose({ count: 2 });
  await phone.native('authorizeAllow', { pictures: [png(30), png(40), png(50)] });
  expect((await chosen).tempFiles.map(({ width }) => width)).toEqual([30, 40]);
});

it('refuses', async () => {
  const refused = expect(choose({})).rejects.toThrow(/chooseMedia:fail cancel/);
  await phone.miniProgram.native().authorizeCancel();
  await refused;
});

it('closes a preview by going back, and the page is still there', async () => {
  await phone.callWx('previewImage', { urls: [png(20)] });
  await phone.miniProgram.native().navigateLeft();
  expect((await phone.miniProgram.currentPage())?.path).toBe('pages/index/index');
  await expect(phone.miniProgram.native().navigateLeft()).rejects.toThrow(/cannot navigate back/);
});
