import type { PropsWithChildren } from 'react';
import { initCloud } from './wechat/cloud';
import './app.scss';

initCloud();

export default function App({ children }: PropsWithChildren) {
  return children;
}
