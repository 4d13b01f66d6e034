import { Controller, Get, NotFoundException, Param, ParseIntPipe } from '@nestjs/common';
import { LighthousesService } from './lighthouses.service.js';

@Controller('lighthouses')
export class LighthousesController {
  constructor(private readonly lighthouses: LighthousesService) {}

  @Get()
  all() {
    return this.lighthouses.all();
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    const found = this.lighthouses.find(id);
    if (!found) throw new NotFoundException('no such lighthouse');
    return found;
  }
}
