import { expect, it } from 'vitest';
import { parametersFrom, parametersIn } from './parameters';

it('takes the default of each parameter where nothing is asked', () => {
  expect(parametersIn('')).toEqual({
    parameters: {
      scene: null,
      lesson: null,
      step: null,
      settings: null,
      speed: 1,
      ui: 'full',
      lock: [],
      theme: null,
      profile: null,
      links: 'show',
    },
    problems: [],
  });
});

it('reads every parameter as it is written in an address', () => {
  const query =
    '?lesson=failover&step=3&speed=0.5&ui=steps&lock=time,commands&theme=dark' +
    '&profile=projector&links=hide&settings=brokers:5,acks:all,enableIdempotence:false';
  expect(parametersIn(query)).toEqual({
    parameters: {
      scene: null,
      lesson: 'failover',
      step: 3,
      settings: { brokers: 5, acks: 'all', enableIdempotence: false },
      speed: 0.5,
      ui: 'steps',
      lock: ['commands', 'time'],
      theme: 'dark',
      profile: 'projector',
      links: 'hide',
    },
    problems: [],
  });
});

it('reads settings in JSON too, with racks', () => {
  const settings = { brokers: 2, racks: { 1: 'a', 2: 'b' } };
  const query = `?settings=${encodeURIComponent(JSON.stringify(settings))}`;
  expect(parametersIn(query).parameters.settings).toEqual(settings);
});

it.each([
  ['?ui=none', 'ui', 'full'],
  ['?speed=3', 'speed', 1],
  ['?step=-1', 'step', null],
  ['?step=10001', 'step', null],
  ['?step=1e3', 'step', null],
  ['?theme=pink', 'theme', null],
  ['?profile=cinema', 'profile', null],
  ['?links=maybe', 'links', 'show'],
  ['?lock=time,doors', 'lock', []],
  ['?scene=../etc', 'scene', null],
  ['?settings=brokers:many', 'settings', null],
  ['?settings={"brokers":', 'settings', null],
  ['?settings=__proto__:1', 'settings', null],
  ['?settings=wings:2', 'settings', null],
] as const)('falls back and says so: %s', (query, name, fallback) => {
  const { parameters, problems } = parametersIn(query);
  expect(parameters[name]).toEqual(fallback);
  expect(problems).toEqual([
    expect.stringMatching(new RegExp(`^${name} cannot be “.+”\\. It can`)),
  ]);
});

it('says which parameters there are not, but lets others count their visitors', () => {
  const { problems } = parametersIn('?colour=red&toString=1&utm_source=a&fbclid=b');
  expect(problems).toEqual([
    'There is no parameter “colour”.',
    'There is no parameter “toString”.',
  ]);
});

it('shows no more of what was written than can be read at a glance', () => {
  const { problems } = parametersIn(`?ui=${'x'.repeat(5_000)}`);
  expect(problems[0]?.length).toBeLessThan(200);
});

it('takes what a page has instead of the default, and only then', () => {
  const usual = { ui: 'stage' } as const;
  expect(parametersIn('', usual).parameters.ui).toBe('stage');
  expect(parametersIn('?ui=full', usual).parameters.ui).toBe('full');
  expect(parametersIn('?ui=none', usual).parameters.ui).toBe('stage');
});

it('reads attributes by the same rules', () => {
  const attributes: Readonly<Record<string, string>> = { scene: 'copies', speed: '4', lock: '' };
  const { parameters, problems } = parametersFrom((name) => attributes[name] ?? null);
  expect(parameters).toMatchObject({ scene: 'copies', speed: 4, lock: [] });
  expect(problems).toEqual([expect.stringMatching(/^lock cannot be “”/)]);
});
