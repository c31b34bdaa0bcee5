import { useState } from 'react';
import { Button, Text, View } from '@tarojs/components';
import { useShareTicket } from '../../../src/hooks/useShareTicket';

/** What each page was told, frame by frame. */
export const frames: string[][] = [];

function Entered({ page }: { readonly page: number }) {
  const { entry } = useShareTicket();
  const told = entry.status === 'group' ? entry.group : entry.status;
  (frames[page] ??= []).push(told);
  return <Text>{`${page}: ${told}`}</Text>;
}

/** Pages in a stack: those below are still there. */
export default function EntryPages() {
  const [count, setCount] = useState(1);
  return (
    <View>
      {Array.from({ length: count }, (_, page) => (
        <Entered key={page} page={page} />
      ))}
      <Button onClick={() => setCount(count + 1)}>再开一页</Button>
    </View>
  );
}
