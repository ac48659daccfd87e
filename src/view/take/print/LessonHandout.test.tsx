import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { loadLesson, loadWords } from '../../../lessons/loadLesson';
import { LessonHandout } from './LessonHandout';

const ADDRESS = 'https://example.org/?lesson=why';

beforeEach(async () => {
  const [lesson, words] = await Promise.all([loadLesson('why'), loadWords()]);
  const said = words.lessons['why'];
  if (!said) throw new Error('The lesson has no words.');
  const drawn = (id: string) => `<svg xmlns="http://www.w3.org/2000/svg" id="${id}"/>`;
  const pictures = lesson.steps.map(({ id }) => ({
    begins: drawn(`${id} begins`),
    ends: drawn(`${id} ends`),
    right: ['orders-1'],
  }));
  const given = { lesson, said, words, pictures, address: ADDRESS };
  render(<LessonHandout {...given} />);
});

const section = (name: RegExp, level = 2) => {
  const found = screen.getByRole('heading', { name, level }).closest('section');
  if (!found) throw new Error('This heading is in no section.');
  return found;
};

it('has the title, what the lesson is about, and how it is opened again', () => {
  expect(screen.getByRole('heading', { level: 1, name: 'Why copies matter' })).toBeVisible();
  expect(screen.getByText(/What is at risk\?/)).toBeVisible();
  expect(screen.getByRole('link', { name: ADDRESS })).toHaveAttribute('href', ADDRESS);
  expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

it('has every step, with a picture that gives no prediction away', () => {
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
    '1. One copy of each record',
    '2. Predict: what is gone for good?',
    '3. What the producer sees',
    '4. The other partitions',
    'At the end, make it happen yourself',
    'What came of it',
    'To remember',
    'Words used here',
  ]);
  expect([...document.querySelectorAll('figure > svg')].map(({ id }) => id)).toEqual([
    'oneCopy ends',
    'predict begins',
    'waits ends',
    'others ends',
    'predict ends',
  ]);
});

it('asks before it tells: what is predicted is answered at the end', () => {
  const step = section(/^2\. Predict/);
  expect(
    within(step)
      .getAllByRole('listitem')
      .map((each) => each.textContent),
  ).toEqual(['orders-0', 'orders-1', 'orders-2']);
  expect(within(step).getAllByRole('separator')).toHaveLength(2);
  expect(step).not.toHaveTextContent('The only copy was on broker 2');
  const answers = section(/^2\. Predict/, 3);
  expect(within(answers).getByText('orders-1')).toBeVisible();
  expect(answers).toHaveTextContent('The only copy was on broker 2');
  expect(answers).not.toHaveTextContent('It was orders-1.');
  expect(section(/^To remember/)).toHaveTextContent('Copies on several brokers prevent that.');
});

it('says the words of the glossary plainly, and what they mean', () => {
  expect(document.body.textContent).not.toMatch(/[[\]|]/);
  expect(section(/^Words used here/)).toHaveTextContent('One ordered log of records.');
});
