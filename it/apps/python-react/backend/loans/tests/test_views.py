from django.test import SimpleTestCase


class BooksTest(SimpleTestCase):
    def test_lent_books_are_left_out_when_asked_for_those_that_are_in(self) -> None:
        marks = [b["mark"] for b in self.client.get("/api/books/?in=true").json()]
        self.assertEqual(marks, ["b1", "b3"])
