/** Source texts as tokens: comments left out, strings kept whole, so that patterns do not lie. */
package io.github.fullstackmaven.detect.source;
