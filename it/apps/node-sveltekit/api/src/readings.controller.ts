import { BadRequestException, Body, Controller, ForbiddenException, Get, NotFoundException, Param, Post } from '@nestjs/common';
import bcrypt from 'bcrypt';
import { Book, type Reading } from './book.js';

@Controller('readings')
export class ReadingsController {
  private readonly book = new Book();

  /** What only those know who read the thermometers. */
  private readonly key = bcrypt.hashSync('wetterhahn', 4);

  @Get()
  means(): Reading[] {
    return this.book.means();
  }

  @Get(':station')
  of(@Param('station') station: string): Reading[] {
    const readings = this.book.of(station);
    if (readings.length === 0) {
      throw new NotFoundException('no such station');
    }
    return readings;
  }

  @Post()
  async write(@Body() entry: Reading & { key?: string }): Promise<Reading> {
    const { key = '', ...reading } = entry;
    if (typeof reading.station !== 'string' || !Number.isFinite(reading.celsius)) {
      throw new BadRequestException('a reading has a station and a temperature');
    }
    if (!(await bcrypt.compare(key, this.key))) {
      throw new ForbiddenException('that is not the key');
    }
    this.book.write(reading);
    return reading;
  }
}
