import { describe, expect, it } from 'vitest';

import { crowd } from './crowd.ts';
import type { Surface } from './drive/session.ts';
import { suite } from './drive/suite.ts';
import { allowIn } from './moderator.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** A broadcaster with a poll and a prediction, from the popup alone. */
describe('a broadcaster', () => {
  const on = suite({ stage: { follows: crowd } });
  let popup: Surface;

  const own = (): string => on.stage.world.user('stagehand').id;
  const poll = () => popup.byRole('region', 'Poll');
  const prediction = () => popup.byRole('region', 'Prediction');
  const pollNow = () => on.stage.world.polls.of(own())[0];
  const predictionNow = () => on.stage.world.predictions.of(own())[0];

  const here = () => popup.byRole('region', /This tab/);
  const top = async (region: () => ReturnType<typeof poll>): Promise<number> =>
    Math.round((await region().box()).y);

  async function reopen(): Promise<void> {
    if (await popup.isOpen()) await popup.close();
    popup = await on.session.openPopup();
  }

  /**
   * Presses `name`, and allows what it needs the first time. Firefox closes the popup meanwhile; who opens it again before
   * Twitch has said whose the permission is finds it waiting for that, and not asking again.
   */
  async function allowing(region: () => ReturnType<typeof poll>, name: string): Promise<void> {
    await on.step(`press ${name}`, () => region().byRole('button', name).click());
    const held = on.stage.drive.hold('id.twitch.tv/oauth2/validate');
    await allowIn(on, region());
    if (await popup.isOpen()) {
      held.release();
      return;
    }
    popup = await on.session.openPopup();
    await region()
      .byText(/^Loading/)
      .appears();
    held.release();
    await region().byRole('button', name).appears();
    await on.step(`press ${name} again`, () => region().byRole('button', name).click());
  }

  it('signs in, and finds the tab where it was', async () => {
    await on.session.openTab('https://www.twitch.tv/gta_gran');
    popup = await on.session.openPopup();
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    if (!(await popup.isOpen())) popup = await on.session.openPopup();
    await popup.byText('Stagehand').appears();
    const held = on.stage.drive.hold('get-chat-settings');
    await on.step('choose the tab', () => popup.byRole('tab', 'Channel').click());
    await poll().byRole('textbox', 'Question').appears();
    await prediction().byRole('textbox', 'Question').appears();
    const before = [await top(poll), await top(prediction)];
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('channel-waiting');
    held.release();
    await here().byText('GTA_Gran').appears();
    expect([await top(poll), await top(prediction)], 'the rounds stay where they are').toEqual(before);
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('channel-known');
  });

  it('loses nothing that was typed when the popup closes', async () => {
    await on.step('type', async () => {
      await poll().byRole('textbox', 'Question').fill('Which game comes next?');
      await poll().byRole('textbox', 'Choice 1').fill('Chess');
      await poll().byRole('textbox', 'Choice 2').fill('A choice that is far too long');
      await poll().byText('Too long: take out 4 letters.').appears();
      await poll().byRole('button', 'Add a choice').click();
      await poll().byRole('textbox', 'Choice 3').fill('Minecraft');
      await stored(popup, 'polls.draft', 'Minecraft');
    });
    await on.step('close the popup and open it again', reopen);
    await on.step('find it all', async () => {
      await poll().byText('Too long: take out 4 letters.').appears();
      const value = (name: string): Promise<string> =>
        poll()
          .byRole('textbox', name)
          .evaluate((input) => (input as HTMLInputElement).value);
      expect(await value('Question')).toBe('Which game comes next?');
      expect(await value('Choice 3')).toBe('Minecraft');
    });
    await on.step('put it right', async () => {
      await poll().byRole('textbox', 'Choice 2').fill('StarCraft');
      await poll().byRole('checkbox', 'More votes for channel points').click();
      await poll().byRole('spinbutton', 'Points for each extra vote').fill('250');
      await stored(popup, 'polls.draft', '"each":250');
      await stored(popup, 'polls.draft', '"StarCraft"');
    });
  });

  it('runs a poll, watches the votes, and ends it', async () => {
    await allowing(poll, 'Start poll');
    await poll().byText('Running').appears();
    expect(pollNow()).toMatchObject({
      title: 'Which game comes next?',
      status: 'ACTIVE',
      pointsPerVote: 250,
    });
    expect(pollNow()?.choices.map(({ title }) => title)).toEqual(['Chess', 'StarCraft', 'Minecraft']);

    await on.step('see the votes come', async () => {
      const running = pollNow();
      if (running) on.stage.world.polls.vote(running, 1, 3);
      if (running) on.stage.world.polls.vote(running, 0, 1);
      await poll().byText('75% · 3').appears(15_000);
    });

    const held = on.stage.drive.faults.hold('get-polls');
    await on.step('see it at once after reopening, before Twitch has answered', async () => {
      await reopen();
      await poll().byText('75% · 3').appears();
    });
    held.release();
    await popup.screenshot('poll-running');
    await on.step('end it', () => poll().byRole('button', 'End and show').click());
    await poll().byText('Ended').appears();
    expect(pollNow()?.status).toBe('TERMINATED');
    await on.step('find it in the history', async () => {
      await poll().byText('Presets and history').click();
      await poll()
        .byRole('button', /Which game comes next/)
        .click();
      await expect.poll(() => poll().byRole('textbox', 'Choice 3').count()).toBe(1);
    });
    await on.step('keep it as a preset', () => poll().byRole('button', 'Keep as preset').click());
    await poll().byRole('button', 'Kept as preset').appears();
    await on.step('find it among the presets in another popup', async () => {
      await reopen();
      await poll().byText('Presets and history').click();
      await poll().byRole('list', 'Presets').byText('Which game comes next?').appears();
    });
    await on.step('remove it', () =>
      poll()
        .byRole('button', /^Remove the preset/)
        .click(),
    );
    await poll().byRole('list', 'Presets').disappears();
  });

  it('is told that another poll is running', async () => {
    on.stage.world.polls.start(own(), 'Somebody else asks', ['a', 'b'], 600);
    await on.step('start beside it', () => poll().byRole('button', 'Start poll').click());
    await poll().byText('A poll is running already').appears();
    await poll().byText('Somebody else asks').appears();
    await on.step('end that one', () => poll().byRole('button', 'End and archive').click());
    await poll().byRole('button', 'Start poll').appears();
    expect(pollNow()?.status).toBe('ARCHIVED');
  });

  it('runs a prediction to its payout', async () => {
    await on.step('type', async () => {
      await prediction().byRole('textbox', 'Question').fill('Do we win this?');
      await prediction().byRole('textbox', 'Outcome 1').fill('Yes');
      await prediction().byRole('textbox', 'Outcome 2').fill('No');
      await stored(popup, 'predictions.draft', '"No"');
    });
    await allowing(prediction, 'Start prediction');
    await prediction().byText('Open').appears();
    const { predictions } = on.stage.world;
    const running = predictionNow();
    if (running) {
      predictions.stake(running, 'plainviewer', 0, 300);
      predictions.stake(running, 'mothlamp', 1, 700);
    }
    await on.step('lock it', () => prediction().byRole('button', 'Lock').click());
    await prediction().byText('Locked').appears();
    await prediction().byText('30% · 300 points by 1').appears();
    expect(predictionNow()?.status).toBe('LOCKED');
    const left = () => prediction().byRole('timer');
    const first = await left().says(/^23:59:\d\d$/);
    await expect.poll(() => left().text()).not.toBe(first);
    // From the lock on, as Twitch tells when that was.
    if (running?.lockedAt !== undefined) running.lockedAt -= 23 * 3_600_000;
    await on.step('see how little is left when it was locked yesterday', async () => {
      await reopen();
      await left().says(/^59:\d\d$/);
    });

    await on.step('say who was right, and see who wins what', async () => {
      await prediction().byRole('button', 'Resolve').click();
      await prediction().byRole('radio', 'Yes').click();
      await prediction().byText('300 → 1,000').appears();
      expect(predictionNow()?.status).toBe('LOCKED');
      await popup.screenshot('prediction-resolve');
      expect(await violations(popup)).toEqual([]);
      await prediction().byRole('button', 'Pay out “Yes”').click();
    });
    await prediction().byText('Paid out').appears();
    expect(predictionNow()).toMatchObject({ status: 'RESOLVED', winnerId: running?.outcomes[0]?.id });
    await on.step('ask the same again', async () => {
      await prediction().byText('Presets and history').click();
      await prediction()
        .byRole('button', /Do we win this/)
        .click();
      await expect
        .poll(() =>
          prediction()
            .byRole('textbox', 'Outcome 2')
            .evaluate((input) => (input as HTMLInputElement).value),
        )
        .toBe('No');
    });
  });

  it('gives the points back', async () => {
    const { predictions } = on.stage.world;
    predictions.start(own(), 'Will it rain?', ['Yes', 'No'], 120);
    await on.step('see the one that was started elsewhere', async () => {
      await reopen();
      await prediction().byText('Will it rain?').appears();
    });
    await on.step('cancel it', async () => {
      await prediction().byRole('button', 'Cancel and refund').click();
      await prediction().byRole('button', 'Refund everybody').click();
    });
    await prediction().byText('Refunded').appears();
    expect(predictionNow()?.status).toBe('CANCELED');
  });

  it('is told when they are no affiliate any more', async () => {
    const before = pollNow()?.id;
    on.stage.world.user('stagehand').broadcasterType = '';
    // Twitch's reference has these words for rewards, and says nothing of polls.
    const message = 'The broadcaster is not a partner or affiliate.';
    on.stage.drive.fault('create-poll', { kind: 'status', status: 403, message });
    await on.step('start a poll', () => poll().byRole('button', 'Start poll').click());
    await poll()
      .byText(/Your channel is not an affiliate yet.*Twitch offers this to affiliates and partners only/)
      .appears();
    expect(pollNow()?.id).toBe(before);
  });

  it('is told, as somebody who never was one, why there is nothing to start', async () => {
    const { id } = on.stage.world.user('plainviewer');
    await on.step('sign in to another account', async () => {
      await popup.byRole('button', 'Switch account').click();
      await popup.byRole('menu', 'Switch account').byText('Sign in to another account').click();
    });
    const consent = await on.session.consentPage();
    await consent.css('select[name="login"]').evaluate((element) => {
      (element as HTMLSelectElement).value = 'plainviewer';
    });
    await on.session.consent('Authorize');
    await on.step('look at the channel', reopen);
    await poll()
      .byText(/^Twitch offers polls to affiliates and partners only/)
      .appears();
    await prediction()
      .byText(/^Twitch offers predictions to affiliates and partners only/)
      .appears();
    expect(await poll().byRole('button', 'Start poll').count()).toBe(0);
    const asked = on.stage.requests.filter(({ query }) => query.includes(`broadcaster_id=${id}`));
    expect(
      asked.filter(({ path }) => /polls|predictions/.test(path)),
      'nothing is asked in vain',
    ).toEqual([]);
    expect(await violations(popup)).toEqual([]);
    await popup.screenshot('rounds-not-affiliate');
  });
});
