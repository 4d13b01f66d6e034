import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { LighthousesController } from './lighthouses/lighthouses.controller.js';
import { LighthousesService } from './lighthouses/lighthouses.service.js';

@Module({
  controllers: [HealthController, LighthousesController],
  providers: [LighthousesService],
})
export class AppModule {}
