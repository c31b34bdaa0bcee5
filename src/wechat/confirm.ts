interface Question {
  readonly title: string;
  readonly text: string;
  /** At most four characters, as WeChat wants it. */
  readonly yes: string;
}

/** Asks by WeChat's dialog before something that cannot be undone; says whether the person wants it. */
export function confirm({ title, text, yes }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    wx.showModal({
      title,
      content: text,
      confirmText: yes,
      confirmColor: '#c6352f',
      success: ({ confirm: confirmed }) => resolve(confirmed),
      fail: () => resolve(false),
    });
  });
}
