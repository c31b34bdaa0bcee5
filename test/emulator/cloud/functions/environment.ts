/** The environment variables from which `wx-server-sdk` knows where it runs and who calls. */
import { tmpdir } from 'node:os';
import type { Invocation } from './invocation';

/** What of this machine a function has: where programs and temporary files are; Windows' own calls need SystemRoot. */
const OF_THE_MACHINE = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;

/** What every worker has from its start. The SDK reads it again at each request. */
export function processEnvironment(wireUrl: string, env: string): Record<string, string> {
  return {
    ...ofTheMachine(),
    HOME: tmpdir(),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${wireUrl}/admin` }),
  };
}

function ofTheMachine(): Record<string, string> {
  return Object.fromEntries(
    OF_THE_MACHINE.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What one invocation adds: `getWXContext()` reads the names in WX_CONTEXT_KEYS. */
export function callEnvironment(invocation: Invocation, appId: string): Record<string, string> {
  const { caller, requestId, token, openDataKeys } = invocation;
  const wx: Record<string, string> = { WX_API_TOKEN: token };
  if (caller.openid !== undefined) {
    wx['WX_CLIENTIP'] = '127.0.0.1';
    wx['WX_OPENID'] = caller.openid;
    wx['WX_APPID'] = appId;
    wx['WX_OPEN_DATA_INFO'] = openDataKeys.length === 0 ? '' : JSON.stringify({ keys: openDataKeys });
  }
  const tcb: Record<string, string> = { TCB_SEQID: requestId, TCB_SOURCE: caller.source, TCB_SESSIONTOKEN: '' };
  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: ['TCB_ENV', ...Object.keys(tcb)].join(','),
  };
}
