import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useWeRun } from '../../../src/hooks/useWeRun';
import { month } from '../setup/days';
import { FakeWechat } from '../setup/fake-wechat';

function Today({ name }: { readonly name: string }) {
  const { state, request } = useWeRun();
  const steps = state.status === 'success' ? state.data.today?.steps : state.status;
  return <button onClick={() => void request()}>{`${name}: ${steps}`}</button>;
}

describe('two components that use the hook', () => {
  it('share one state and one fetch, and lose nothing when one of them goes', async () => {
    const wechat = new FakeWechat(month);
    Object.assign(globalThis, { wx: wechat.wx });
    const { rerender } = render([<Today key="a" name="a" />, <Today key="b" name="b" />]);
    await act(async () => {
      fireEvent.click(screen.getByText('a: idle'));
      fireEvent.click(screen.getByText('b: idle'));
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(screen.getByText('a: 8532')).toBeTruthy();
    expect(screen.getByText('b: 8532')).toBeTruthy();
    expect(wechat.asked).toEqual(['getWeRunData']);
    expect(wechat.routes).toEqual(['weRun']);

    rerender([<Today key="c" name="c" />]);
    expect(screen.getByText('c: 8532')).toBeTruthy();
    cleanup();
  });
});
