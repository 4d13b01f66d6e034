import { Component, inject, signal } from '@angular/core';
import { type Hut, Huts } from './huts';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
})
export class App {
  private readonly service = inject(Huts);
  protected readonly huts = signal<Hut[]>([]);
  protected readonly problem = signal('');

  constructor() {
    this.service.all().subscribe({
      next: (huts) => this.huts.set(huts),
      error: (error: Error) => this.problem.set(error.message),
    });
  }

  protected book(hut: Hut): void {
    this.service.book(hut.id, 'a guest', 1).subscribe({
      next: (booked) => this.huts.update((all) => all.map((h) => (h.id === booked.id ? booked : h))),
      error: (error: Error) => this.problem.set(error.message),
    });
  }
}
