import { Component, type OnInit, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { greet, greetings, type Greeting } from '../api/client';

@Component({
  selector: 'app-root',
  imports: [FormsModule],
  templateUrl: './app.html',
})
export class App implements OnInit {
  protected readonly list = signal<Greeting[] | undefined>(undefined);
  protected readonly text = signal('');
  protected readonly failure = signal('');

  async ngOnInit() {
    try {
      this.list.set(await greetings());
    } catch (error) {
      this.failure.set(String(error));
    }
  }

  protected async send() {
    try {
      const greeting = await greet(this.text());
      this.list.update((before = []) => [...before, greeting]);
      this.text.set('');
      this.failure.set('');
    } catch (error) {
      this.failure.set(String(error));
    }
  }
}
