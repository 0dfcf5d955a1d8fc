/** What both sides have: the bird, and a main that reads birds. Knows nothing of patches. */
package farm;
