/**
 * Open data that WeChat vouches for.
 *
 * A client can send `{ cloudID, data: { steps: 99999 } }` as a plain object, and the event looks just like WeChat's
 * own substitution. `OPEN_DATA_INFO` lists the fields that WeChat itself filled in: nothing else is believed
 * (developers.weixin.qq.com: wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md).
 */
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { CallError } from '../contract/call-error';
import type { OpenDataFields } from '../contract/call';
import type { Unresolved } from '../contract/cloud-id';
import type { CallContext } from './context';
import { type OpenDataField, type Substituted, openDataField } from './open-data-field';
import { sdkFailure } from './sdk-failure';
import { checkWatermark } from './watermark';

export interface Verifier {
  readonly context: CallContext;
  /** `cloud.getOpenData`. */
  readonly resolve: (cloudIDs: readonly string[]) => Promise<readonly unknown[]>;
  /** Unix seconds. */
  readonly now: number;
}

export type Verified = Readonly<Record<string, Substituted | Unresolved>>;

/**
 * What WeChat vouches for in `fields`, or WeChat's reason why it gave nothing.
 * Throws a CallError: `open-data-untrusted`, `open-data-stale`, `cloudid-limit`, `cloud-error`.
 */
export async function verifyOpenData(
  fields: Readonly<Record<string, OpenDataField>>,
  schemas: OpenDataFields,
  verifier: Verifier,
): Promise<Verified> {
  const filledIn = fieldsFilledIn(verifier.context.openDataInfo);
  const trusted = filledIn.length > 0 ? believe(fields, filledIn) : await askWeChat(fields, verifier.resolve);
  const verified = Object.entries(trusted).map(([name, field]) => {
    const schema = schemas[name];
    if ('errCode' in field || schema === undefined) return [name, field] as const;
    const watermark = checkWatermark(field.data, verifier.context.appid, verifier.now);
    const data = v.safeParse(schema, field.data);
    if (!data.success) throw new CallError('open-data-untrusted', `${name} is not the open data that this call takes.`);
    return [name, { cloudID: field.cloudID, data: { ...(data.output as object), watermark } }] as const;
  });
  return Object.fromEntries(verified);
}

/** `{"keys":["field", ...]}`; may be empty. */
function fieldsFilledIn(openDataInfo: string): readonly string[] {
  if (openDataInfo === '') return [];
  try {
    return v.parse(v.object({ keys: v.array(v.string()) }), JSON.parse(openDataInfo)).keys;
  } catch (cause) {
    throw new CallError('open-data-untrusted', 'OPEN_DATA_INFO is not what WeChat documents.', { cause });
  }
}

/** WeChat replaces at most five CloudIDs a call; a sixth stays the plain text that it was. */
const maxCloudIDs = 5;

function believe(fields: Readonly<Record<string, OpenDataField>>, filledIn: readonly string[]): Verified {
  const trusted = Object.entries(fields).map(([name, field]) => {
    // Whether WeChat lists a field that it could not fill is unknown; a lie about it gains nothing.
    if (typeof field === 'object' && ('errCode' in field || filledIn.includes(name))) return [name, field] as const;
    if (typeof field === 'string' && filledIn.length >= maxCloudIDs) {
      throw new CallError('cloudid-limit', `WeChat replaces ${maxCloudIDs} CloudIDs a call; ${name} was one too many.`);
    }
    throw new CallError('open-data-untrusted', `WeChat did not fill in ${name}.`);
  });
  return Object.fromEntries(trusted);
}

/** OPEN_DATA_INFO says nothing: only the CloudID counts, and WeChat is asked what is behind it. */
async function askWeChat(
  fields: Readonly<Record<string, OpenDataField>>,
  resolve: Verifier['resolve'],
): Promise<Verified> {
  const names = Object.keys(fields);
  const asked = names.filter((name) => !isUnresolved(fields[name]));
  const answers = await resolveAll(asked.map((name) => cloudIDOf(fields[name])));
  return Object.fromEntries(names.map((name) => [name, answerFor(name)]));

  function answerFor(name: string): Substituted | Unresolved {
    const field = fields[name];
    if (isUnresolved(field)) return field;
    const answer = v.safeParse(openDataField, answers[asked.indexOf(name)]);
    const claimed = typeof field === 'object' ? field.data : undefined;
    const genuine = answer.success && typeof answer.output === 'object' ? answer.output : undefined;
    if (claimed !== undefined && !(genuine && 'data' in genuine && isDeepStrictEqual(genuine.data, claimed))) {
      throw new CallError('open-data-untrusted', `${name} holds data that WeChat does not vouch for.`);
    }
    if (genuine === undefined) throw new CallError('cloud-error', `WeChat's answer about ${name} cannot be read.`);
    return genuine;
  }

  async function resolveAll(cloudIDs: readonly string[]): Promise<readonly unknown[]> {
    if (cloudIDs.length === 0) return [];
    try {
      return await resolve(cloudIDs);
    } catch (cause) {
      const { errCode } = sdkFailure(cause);
      // WeChat refuses the whole list when it has nothing behind one item: no proof for data that a client made up.
      const claimed = asked.some((name) => typeof fields[name] === 'object');
      if (claimed && errCode === -601001) {
        throw new CallError('open-data-untrusted', 'WeChat does not vouch for the data.', { cause });
      }
      throw new CallError('cloud-error', `WeChat could not be asked (errCode ${errCode ?? 'unknown'}).`, { cause });
    }
  }
}

function isUnresolved(field: OpenDataField | undefined): field is Unresolved {
  return typeof field === 'object' && 'errCode' in field;
}

function cloudIDOf(field: OpenDataField | undefined): string {
  return typeof field === 'object' ? field.cloudID : (field ?? '');
}
