/** The CloudBase environment, written in by config/index.ts; empty for the AppID's first one. */
declare const CLOUD_ENV: string;

declare module '*.scss';
