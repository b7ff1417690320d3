/**
 * `npx tsx test/bench/schedule.ts`: what a year of slots of 15 minutes costs, in office hours and open day and night,
 * and what the calendar asks for: a month.
 *
 *     npx tsx test/bench/schedule.ts              15 runs of each
 *     npx tsx test/bench/schedule.ts 41           as many as that
 *
 * Each run is a process of its own, because a visitor's page computes slots once, with nothing compiled yet; the *warm*
 * figure is the best of the later rounds in it. Times are of the processor in this process (other programs don't count,
 * the engine's own compiling and collecting does). The bound is a frame of 16 ms on a processor four times slower, which
 * is 4 ms here. *Per slot by Intl* is the same slots with a question to Intl for the wall time of each, as one would
 * write it by hand, of a tenth of the year and multiplied.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DAY, formatDay, MINUTE } from '../../src/schedule/day.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { Slots } from '../../src/schedule/slots.js';
import { TimeZone } from '../../src/schedule/time-zone.js';

const FRAME = 16 / 4;
const START = Date.UTC(2026, 0, 1, 12);

const processorTime = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const OFFICE = 'Mo-Fr 09:00-13:00,15:00-18:00; Sa 10:00-13:00';
const ALWAYS = '24/7';

const slotsOf = (days: number, opening: string) => {
  const hours = { hours: parseHours(opening), timeZone: new TimeZone('Europe/Madrid') };
  const slots = new Slots(hours, { slotMinutes: 15, noticeHours: 0, horizonDays: days });
  let count = 0;
  for (let day = 0; day < days; day++) count += slots.on(formatDay(START / DAY + day), START).slots.length;
  if (count < days * 20) throw new Error(`${count} slots`);
};

const byIntl = () => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Europe/Madrid',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const slots = [];
  for (let start = START; start < START + 36.5 * DAY; start += 15 * MINUTE)
    slots.push({ start, end: start + 15 * MINUTE, wall: format.format(start) });
};

if (process.argv[2] === 'once') {
  // The first formatter of a process loads the data of Intl, which a page with any date has done.
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(0);
  const [days, opening, rounds] = [Number(process.argv[3]), process.argv[4]!, 30];
  const work = days ? () => slotsOf(days, opening) : byIntl;
  const first = processorTime(work);
  const later = Array.from({ length: rounds }, () => processorTime(work));
  console.log(JSON.stringify([first, Math.min(...later.filter((time) => time > 0))]));
} else {
  const runs = Number(process.argv[2] ?? 15);
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const measure = (days: number, opening: string) => {
    const times = Array.from({ length: runs }, () => {
      const args = [...process.execArgv, fileURLToPath(import.meta.url), 'once', `${days}`, opening];
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as [number, number];
    });
    return [median(times.map(([first]) => first)), median(times.map(([, warm]) => warm))] as const;
  };
  const print = (title: string, ...cells: string[]) =>
    console.log([title.padEnd(26), ...cells.map((cell) => cell.padStart(22))].join(''));
  const cell = (time: number) => `${time.toFixed(1)} ms (${(time / FRAME).toFixed(2)} x)`;

  print(`medians of ${runs} runs`, 'first (x of a frame)', 'warm (x of a frame)');
  for (const [title, days, opening] of [
    ['a month, office hours', 31, OFFICE],
    ['a year, office hours', 365, OFFICE],
    ['a month, day and night', 31, ALWAYS],
    ['a year, day and night', 365, ALWAYS],
  ] as const)
    print(title, ...measure(days, opening).map(cell));
  print('per slot by Intl, a year', ...measure(0, ALWAYS).map((time) => cell(time * 10)));
}
