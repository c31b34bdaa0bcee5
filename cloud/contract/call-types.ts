import type * as v from 'valibot';
import type { AnyCall, Call, commonErrors, openDataErrors } from './call';
import type { CloudID, Resolved, Unresolved } from './cloud-id';
import type { contract } from './contract';

type Contract = typeof contract;

/** The cloud functions that the phone may call. */
export type FunctionName = keyof Contract;

/** What `$url` may be. */
export type Route<F extends FunctionName> = keyof Contract[F] & string;

/** The declaration of one call. */
export type CallOf<F extends FunctionName, R extends Route<F>> = Contract[F][R] extends AnyCall
  ? Contract[F][R]
  : never;

/** What the phone sends, `$url` aside. CloudIDs stand at the top; a nested one does not compile. */
export type ClientInput<F extends FunctionName, R extends Route<F>> =
  CallOf<F, R> extends Call<infer OpenData, infer Input, infer _Output, infer _Code>
    ? Flatten<
        { readonly [K in keyof OpenData]: CloudID<v.InferOutput<OpenData[K]>> } & {
          readonly [K in keyof Fields<Input>]: WithoutCloudID<Fields<Input>[K]>;
        }
      >
    : never;

/** What the handler in the function gets: open data that WeChat vouches for, or WeChat's reason why there is none. */
export type ServerInput<F extends FunctionName, R extends Route<F>> =
  CallOf<F, R> extends Call<infer OpenData, infer Input, infer _Output, infer _Code>
    ? Flatten<
        { readonly [K in keyof OpenData]: Resolved<v.InferOutput<OpenData[K]>> | Unresolved } & Readonly<
          v.InferOutput<v.StrictObjectSchema<Input, undefined>>
        >
      >
    : never;

/** `data` of the answer. */
export type Output<F extends FunctionName, R extends Route<F>> =
  CallOf<F, R> extends Call<infer _OpenData, infer _Input, infer Data, infer _Code> ? Readonly<Data> : never;

/** The codes that the call can answer with. */
export type ErrorOf<F extends FunctionName, R extends Route<F>> =
  CallOf<F, R> extends Call<infer OpenData, infer _Input, infer _Output, infer Code>
    ? Code | (typeof commonErrors)[number] | (keyof OpenData extends never ? never : (typeof openDataErrors)[number])
    : never;

/** `T` as JSON that holds no CloudID at any depth: a field typed with one becomes `never`. */
export type WithoutCloudID<T> =
  T extends CloudID<unknown>
    ? never
    : unknown extends T
      ? Json
      : T extends object
        ? { readonly [K in keyof T]: WithoutCloudID<T[K]> }
        : T;

/** A CloudID is no Json: it has no index signature. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Fields<Input extends v.ObjectEntries> = v.InferInput<v.StrictObjectSchema<Input, undefined>>;

/** One object type; where there are no fields, none is allowed. */
type Flatten<T> = keyof T extends never ? Readonly<Record<string, never>> : { readonly [K in keyof T]: T[K] };
