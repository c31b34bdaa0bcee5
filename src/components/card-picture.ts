/** Of a card in a chat. Without one WeChat takes a screenshot of the page, with names, faces and numbers on it. */
export const cardPicture = '/assets/card.png';
