import { DAY, fromDayNumber, type DayNumber } from './days.js';
