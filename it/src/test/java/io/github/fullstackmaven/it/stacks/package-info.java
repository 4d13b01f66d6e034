/** What holds for every stack's Dockerfile and image. */
package io.github.fullstackmaven.it.stacks;
