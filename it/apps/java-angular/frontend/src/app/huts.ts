import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';

export interface Hut {
  id: number;
  name: string;
  altitude: number;
  beds: number;
  free: number;
}

@Injectable({ providedIn: 'root' })
export class Huts {
  private readonly http = inject(HttpClient);

  all(): Observable<Hut[]> {
    return this.http.get<Hut[]>('/api/huts');
  }

  book(id: number, guest: string, beds: number): Observable<Hut> {
    return this.http.post<Hut>(`/api/huts/${id}/bookings`, { guest, beds });
  }
}
