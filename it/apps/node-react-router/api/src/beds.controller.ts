import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Beds, BedsService } from './beds.service';

@Controller()
export class BedsController {
  constructor(private readonly beds: BedsService) {}

  @Get('health')
  health() {
    return { status: 'ok' };
  }

  @Get('beds')
  all(): Beds[] {
    return this.beds.all();
  }

  @Get('beds/:hut')
  of(@Param('hut') hut: string): Beds {
    const found = this.beds.of(hut);
    if (!found) {
      throw new NotFoundException('no such hut');
    }
    return found;
  }
}
