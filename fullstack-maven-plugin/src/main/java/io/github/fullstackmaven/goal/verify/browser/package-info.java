/** What a browser sees of the pages. */
package io.github.fullstackmaven.goal.verify.browser;
