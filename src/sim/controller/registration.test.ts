import { describe, expect, it } from 'vitest';
import { judgeRegistration } from './registration';
import type { RegistrationCase } from './registration';

// The second process of a broker whose first was registered with epoch 7.
const second: RegistrationCase = {
  known: { incarnation: 1, brokerEpoch: 7 },
  sessionIsValid: false,
  incarnation: 2,
  recordOffset: 40,
  previousBrokerEpoch: -1,
};

function judge(fields: Partial<RegistrationCase>): unknown {
  return judgeRegistration({ ...second, ...fields });
}

describe('a process that registers', () => {
  it('gets the offset of its registration record as broker epoch', () => {
    expect(judge({})).toMatchObject({ error: 'NONE', brokerEpoch: 40, isNewIncarnation: true });
  });

  it('is refused while the session of the last process lasts', () => {
    const error = 'DUPLICATE_BROKER_REGISTRATION';
    expect(judge({ sessionIsValid: true })).toMatchObject({ error, brokerEpoch: -1 });
  });

  it('keeps its broker epoch when it asks twice, even within its session', () => {
    const twice = { incarnation: 1, sessionIsValid: true };
    const kept = { error: 'NONE', brokerEpoch: 7, isNewIncarnation: false };
    expect(judge(twice)).toMatchObject(kept);
  });

  it('comes from an unclean shutdown without the marker of a clean one', () => {
    expect(judge({})).toMatchObject({ cleanShutdown: false });
  });

  it('comes from a clean shutdown when the marker names the last broker epoch', () => {
    expect(judge({ previousBrokerEpoch: 7 })).toMatchObject({ cleanShutdown: true });
    expect(judge({ previousBrokerEpoch: 6 })).toMatchObject({ cleanShutdown: false });
  });

  it('is not known to be clean when it is the first of its broker', () => {
    expect(judge({ known: null })).toMatchObject({ cleanShutdown: false, brokerEpoch: 40 });
  });
});
