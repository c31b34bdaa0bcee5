import { useState } from 'react';
import { Button, Text, View } from '@tarojs/components';

export default function Home() {
  const [taps, setTaps] = useState(0);
  return (
    <View className="home">
      <Text>{`走了 ${taps} 步`}</Text>
      <Button onClick={() => setTaps(taps + 1)}>查看我的步数</Button>
    </View>
  );
}
