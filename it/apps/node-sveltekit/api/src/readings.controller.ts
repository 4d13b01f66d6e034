import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Book, type Reading } from './book.js';

@Controller('readings')
export class ReadingsController {
  private readonly book = new Book();

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
  write(@Body() reading: Reading): Reading {
    if (typeof reading.station !== 'string' || !Number.isFinite(reading.celsius)) {
      throw new BadRequestException('a reading has a station and a temperature');
    }
    this.book.write(reading);
    return reading;
  }
}
