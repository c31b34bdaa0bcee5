import type { Control } from './types';

/** `users.list`, `phones.restart`, `info`, ...: every function of {@link Control} by its path. */
type Paths<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends (...args: never[]) => unknown
    ? `${Prefix}${Key}`
    : Paths<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];
export type ControlMethod = Paths<Control>;

/** `read` changes nothing: a plain GET may call it. */
export const METHODS: Readonly<Record<ControlMethod, 'read' | 'write'>> = {
  info: 'read',
  reset: 'write',
  reload: 'write',
  'users.list': 'read',
  'users.create': 'write',
  'users.update': 'write',
  'users.setSteps': 'write',
  'consents.get': 'read',
  'consents.answerScope': 'write',
  'consents.answerPrivacy': 'write',
  'consents.forget': 'write',
  'app.get': 'read',
  'app.declare': 'write',
  'app.phoneBilling': 'read',
  'chats.list': 'read',
  'chats.create': 'write',
  'chats.join': 'write',
  'chats.leave': 'write',
  'chats.messages': 'read',
  'chats.open': 'write',
  'chats.forward': 'write',
  'contentChecks.list': 'read',
  'contentChecks.deliver': 'write',
  'clock.get': 'read',
  'clock.advance': 'write',
  'clock.set': 'write',
  'clock.reset': 'write',
  'functions.list': 'read',
  'functions.call': 'write',
  'functions.calls': 'read',
  'faults.killFunction': 'write',
  'faults.delayFunction': 'write',
  'faults.ageCloudIDs': 'write',
  'faults.failOpenApi': 'write',
  'faults.clear': 'write',
  'database.collections': 'read',
  'database.createCollection': 'write',
  'database.documents': 'read',
  'database.files': 'read',
  'database.clear': 'write',
  'phones.list': 'read',
  'phones.open': 'write',
  'phones.close': 'write',
  'phones.switchUser': 'write',
  'phones.restart': 'write',
  'phones.enter': 'write',
  'phones.hide': 'write',
  'phones.network': 'write',
  'phones.setClient': 'write',
  'phones.theme': 'write',
  'phones.records': 'read',
  'phones.clearRecords': 'write',
};
