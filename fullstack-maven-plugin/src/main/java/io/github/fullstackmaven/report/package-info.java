/** What people and programs read: console, tables and JSON files. */
package io.github.fullstackmaven.report;
