/** The local WeChat as one process: clock, platform, CloudBase, the compiled project, phones, HTTP and WebSockets. */
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Clock } from '../clock';
import { createCloudBase } from '../cloud';
import { redeemPhoneCode } from '../cloud/openapi/wechat-calls';
import { isRecord } from '../cloud/record';
import type { CloudBase } from '../cloud/types';
import { createControl } from '../control/local';
import type { PhoneHost } from '../control/types';
import { compileProject, readProject } from '../phone/compile';
import { appName } from '../phone/view/app-name';
import { openStorage } from '../storage';
import { createPlatform } from '../wechat';
import type { Platform } from '../wechat/types';
import { Bundles } from './bundles';
import { Changes } from './changes';
import { openDataFolder } from './data-folder';
import { createHttpApp } from './http';
import { keepClock } from './kept-clock';
import { listen, type PortChoice } from './listen';
import { Phones } from './phones';
import { readProjectSettings } from './project-settings';
import { SetUp } from './set-up';
import { serveSockets } from './sockets';
import { Teardown } from './teardown';

export interface EmulatorOptions {
  /** Folder of project.config.json. */
  readonly projectDir: string;
  /** Default: any free port. */
  readonly port?: PortChoice;
  /** Where everything is kept; without it, in memory. */
  readonly dataFolder?: string;
  /** Where phones run that do not say it. Default: `browser`. */
  readonly host?: PhoneHost;
  /** Function that prepares a new environment, called once as the console. */
  readonly setup?: string;
  /** Function that receives WeChat's pushes; without it they wait for ever. */
  readonly pushReceiver?: string;
}

export interface Emulator {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string;
  readonly projectDir: string;
  readonly miniprogramRoot: string;
  readonly functionRoot: string | undefined;
  readonly clock: Clock;
  readonly platform: Platform;
  readonly cloud: CloudBase;
  readonly phones: Phones;
  readonly bundles: Bundles;
  /** Compiles again; phones reload if anything changed. False if not. Rejects with the compiler's error. */
  reloadPackage(): Promise<boolean>;
  /** New code of functions; undefined = all. A setup function that failed before is tried again. */
  reloadFunctions(names?: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** The cloud environment's name; functions see it as `ENV`. */
export const ENV = 'local';

/** Starts all of it, with one phone of the first user on its line. Stops what it started if it fails. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const teardown = new Teardown();
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(options: EmulatorOptions, teardown: Teardown): Promise<Emulator> {
  const projectDir = resolve(options.projectDir);
  const project = await readProject(projectDir);
  let pack = await compileProject(projectDir);

  const clock = new Clock();
  const { dataFolder } = options;
  const storage = await (dataFolder === undefined ? openStorage(undefined) : openDataFolder(dataFolder));
  await teardown.add(() => storage.close());
  await teardown.add(await keepClock(clock, storage));
  const platform = await createPlatform({
    storage,
    clock,
    appId: project.appId,
    appName: () => appName({ package: pack }),
  });
  const functionRoot = project.cloudfunctionRoot;
  const { pushReceiver, setup, indexes = {} } = { ...(await readProjectSettings(projectDir)), ...options };
  const receiving = pushReceiver === undefined ? {} : { pushReceiver };
  const cloud = createCloudBase({ platform, clock, storage, functionRoot, env: ENV, indexes, ...receiving });
  await cloud.start();
  await teardown.add(() => cloud.stop());
  const setUp = new SetUp(storage, cloud, setup);
  await setUp.run();

  const changes = new Changes();
  const bundles = new Bundles();
  const service = { platform, cloud, clock, currentPackage: () => pack };
  const phones = new Phones(service, options.host ?? 'browser');
  await teardown.add(() => phones.closeAll());

  const server = createServer();
  const port = await listen(server, options.port ?? 'any');
  const url = `http://127.0.0.1:${port}`;

  const emulator: Emulator = {
    url,
    projectDir,
    miniprogramRoot: project.miniprogramRoot,
    functionRoot,
    clock,
    platform,
    cloud,
    phones,
    bundles,
    async reloadPackage() {
      const next = await compileProject(projectDir);
      if (next.hash === pack.hash) return false;
      pack = next;
      phones.reload();
      changes.tell({ topic: 'project' });
      return true;
    },
    async reloadFunctions(names?: readonly string[]) {
      await cloud.reloadFunctions(names);
      changes.tell({ topic: 'functions' });
      await setUp.run();
    },
    stop: () => teardown.run(),
  };
  const control = createControl({
    ...emulator,
    env: ENV,
    dataFolder,
    setUp,
    currentPackage: service.currentPackage,
    databaseChanged: () => changes.tell({ topic: 'database' }),
    faultsChanged: () => changes.tell({ topic: 'faults' }),
  });
  const { miniprogramRoot } = emulator;
  const code2Session = (query: Readonly<Record<string, string>>) => platform.redeemLoginCode(query.js_code ?? '');
  const getUserPhoneNumber = (body: unknown) => redeemPhoneCode(platform, isRecord(body) ? body : {});
  const app = createHttpApp({ bundles, control, phones, miniprogramRoot, code2Session, getUserPhoneNumber });
  const answer = getRequestListener(app.fetch);
  server.on('request', (request, response) => void answer(request, response));
  const endSockets = serveSockets(server, { ...service, phones, changes });
  await teardown.add(() => closeServer(server));
  await teardown.add(endSockets);

  clock.onMove((offset) => {
    for (const phone of phones.all) phone.send({ command: 'clock', offset });
    changes.tell({ topic: 'clock' });
  });
  platform.onChange(() => changes.tell({ topic: 'users' }));
  platform.chats.onChange(() => changes.tell({ topic: 'chats' }));
  cloud.onCall((record) => changes.tell({ topic: 'call', record }));
  phones.onChange((phoneId, event) => {
    changes.tell(event === undefined ? { topic: 'phones' } : { topic: 'phone', phoneId, event });
  });
  await phones.open();
  return emulator;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
